/** The enquiry as a ledger of facts, and asking the agencies. */
package uk.mashhub.hub.enquiry;
