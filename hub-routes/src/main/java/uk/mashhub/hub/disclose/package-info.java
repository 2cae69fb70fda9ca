/** The one door out: views are sealed, logged and stored in one transaction, and opened in one. */
package uk.mashhub.hub.disclose;
