package uk.mashhub.hub.storage;

import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;

/** The names of those for whom bodies are sealed. A holder's keys can be destroyed without touching anyone else's. */
public final class Holders {
    /** What is the hub's own: persons, salts, traces. */
    public static final String HUB = "hub";

    private Holders() {}

    /** What an agency owns. */
    public static String agency(AgencyId agency) {
        return "agency:" + agency;
    }

    /** What a team of an area may see. */
    public static String team(AreaCode area, TeamId team) {
        return "team:" + area + ":" + team;
    }
}
