/** Screens for those who answer for the hub: what could not be processed, and why. */
package uk.mashhub.hub.governance;
