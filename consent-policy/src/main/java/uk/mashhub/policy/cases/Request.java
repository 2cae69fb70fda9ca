package uk.mashhub.policy.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.Opening;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.Sending;

/** What is asked of the policy in a case, and what must come out. One of the four questions. */
sealed interface Request {

    /**
     * Somebody reads a packet.
     *
     * @param items what is expected of items, by the word for each; every item of the case is there
     * @param says what the view's text holds
     * @param neverSays what it does not
     */
    record Read(
            Readership reader,
            Artefact artefact,
            Map<String, Expected.OfItem> items,
            List<String> says,
            List<String> neverSays)
            implements Request {}

    /**
     * An agency's source is asked.
     *
     * @param about the words of exactly those asked about; empty where the case does not say
     * @param addresses of whom the address goes with it
     */
    record Ask(
            AgencyId agency,
            Sector sector,
            SourceId source,
            Expected.Reply reply,
            Optional<Set<String>> about,
            Optional<Set<String>> addresses)
            implements Request {}

    /** Somebody wants to open a view. */
    record Open(Opening opening, Expected.Reply reply) implements Request {}

    /** Something wants to leave. */
    record Send(Sending sending, Expected.Reply reply) implements Request {}
}
