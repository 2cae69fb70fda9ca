/** Contacts arrive: authenticated, de-duplicated, kept whole, read; or quarantined whole. Never half-stored. */
package uk.mashhub.hub.intake;
