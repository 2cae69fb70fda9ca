/** The multi-agency referral form: read {@link uk.mashhub.adapter.council.marf.MarfTranslator} first. */
package uk.mashhub.adapter.council.marf;
