/**
 * HOW does a referral flow? Read {@link uk.mashhub.hub.ReferralJourney} first. Packages are the stages of the journey:
 * intake, enquiry, match, assemble, decide, disclose, audit; then the screens (triage, governance), the doors (api), and
 * what carries them (area, storage, command, wiring).
 */
package uk.mashhub.hub;
