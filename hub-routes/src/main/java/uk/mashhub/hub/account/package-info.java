/** What somebody may be told of who was shown information about them: the subject's own account of disclosures. */
package uk.mashhub.hub.account;
