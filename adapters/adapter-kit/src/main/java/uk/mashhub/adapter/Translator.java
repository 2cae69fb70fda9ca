package uk.mashhub.adapter;

import uk.mashhub.model.contact.Contact;

/**
 * A feed: turns one whole message, as it arrived, into the hub's words. Pure: no input or output, no clock, thread-safe.
 * An unknown code never fails the message: in a fact that policy reads it becomes UNKNOWN, elsewhere the original word is
 * kept; both are listed in {@code unknownTerms}.
 */
public interface Translator {
    /** The format this reads, such as {@code council-marf-v1+json}; unique in the hub. */
    String format();

    /**
     * Translates.
     *
     * @param message the bytes as they arrived, at most {@link Received#LARGEST_MESSAGE}
     * @throws Unreadable if there is no telling what the message says; with the place of the fault
     */
    Contact translate(byte[] message, Received received) throws Unreadable;
}
