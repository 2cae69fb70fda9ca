/** One entry in the disclosure log for every act, in the transaction of the act. No log, no view. */
package uk.mashhub.hub.audit;
