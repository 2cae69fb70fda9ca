package uk.mashhub.adapter;

import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;

/** The three kinds of address through which adapters and hub speak (ruling 30). */
public final class Addresses {
    /** Contacts of every channel. */
    public static final String INTAKE = "hub.intake";
    /** Answers of every source. */
    public static final String ANSWERS = "hub.answers";

    /** What can never be processed; anything here is an alarm. Only the hub reads it. */
    public static final String DEAD = "hub.dead";

    private Addresses() {}

    /** Questions to one source of one agency. */
    public static String enquiries(AgencyId agency, SourceId source) {
        return "agency." + agency + "." + source + ".enquiries";
    }
}
