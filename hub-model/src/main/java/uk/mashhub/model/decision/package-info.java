/** What a decision says: two-part verdicts, audiences, keys of views. */
package uk.mashhub.model.decision;
