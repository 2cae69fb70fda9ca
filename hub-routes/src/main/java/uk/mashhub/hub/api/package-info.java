/** The doors: referrals by HTTPS, FHIR messages, the desk as JSON. They authenticate, cap, check, seal and send. */
package uk.mashhub.hub.api;
