/** The packet: everything known on an enquiry, folded from its ledger. */
package uk.mashhub.hub.assemble;
