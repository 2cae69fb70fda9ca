package uk.mashhub.match;

import java.util.List;
import java.util.Optional;
import uk.mashhub.model.id.PersonId;

/**
 * Who a record may be of. Nobody certain and nobody possible means UNKNOWN: it is not known that the person is new
 * (domain notes, case 15: a restricted patient does not show in a search).
 *
 * @param all the certain person, if any, then the possible ones, the nearest first
 * @param ruledOut candidates who are surely somebody else; for explanation only
 * @param restricted people for a named unit only; see {@link Restricted}
 */
public record MatchResult(List<Likeness> all, List<Likeness> ruledOut, List<Restricted> restricted) {
    public MatchResult {
        all = List.copyOf(all);
        ruledOut = List.copyOf(ruledOut);
        restricted = List.copyOf(restricted);
        if (all.stream().anyMatch(l -> l.band() == Band.DEFINITE_NO)
                || all.stream().skip(1).anyMatch(l -> l.band() == Band.CERTAIN)
                || ruledOut.stream().anyMatch(l -> l.band() != Band.DEFINITE_NO)) {
            throw new IllegalArgumentException("at most one is certain, and it comes first");
        }
    }

    /** The one person it certainly is, if there is one. */
    public Optional<PersonId> certain() {
        return all.stream()
                .filter(l -> l.band() == Band.CERTAIN)
                .map(Likeness::id)
                .findFirst();
    }

    /** People above the review threshold, for somebody to look at; the nearest first. */
    public List<Likeness> possible() {
        return all.stream().filter(l -> l.band() == Band.POSSIBLE).toList();
    }

    @Override
    public String toString() {
        return "MatchResult" + all;
    }
}
