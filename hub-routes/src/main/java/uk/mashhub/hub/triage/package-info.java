/** What people do on an enquiry, and the screens on which they do it. */
package uk.mashhub.hub.triage;
