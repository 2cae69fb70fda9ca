/** WHERE do the council's facts come from? The referral form ({@code marf}) and the CIN census ({@code cin}). */
package uk.mashhub.adapter.council;
