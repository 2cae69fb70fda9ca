package uk.mashhub.policy.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.id.TeamId;

/** What the owner of one item has said of it so far. Of two acts at the same instant the one that gives less counts. */
public final class OwnerWord {
    private static final Comparator<OwnerAct> LATEST = Comparator.comparing(OwnerAct::at);
    private final List<OwnerAct> acts;

    OwnerWord(List<OwnerAct> acts) {
        this.acts = acts;
    }

    boolean recalled() {
        return latest(OwnerAct.Kind.RECALL).isPresent();
    }

    boolean held() {
        Optional<Instant> hold = latest(OwnerAct.Kind.HOLD).map(OwnerAct::at);
        Optional<Instant> unhold = latest(OwnerAct.Kind.UNHOLD).map(OwnerAct::at);
        return hold.isPresent() && unhold.map(u -> !u.isAfter(hold.get())).orElse(true);
    }

    boolean releasedTo(TeamId team) {
        Set<TeamId> teams = new HashSet<>();
        List<OwnerAct> last = last(OwnerAct.Kind.RELEASE).toList();
        last.forEach(a -> teams.addAll(a.teams()));
        last.forEach(a -> teams.retainAll(a.teams()));
        return teams.contains(team);
    }

    /** Whether the words as they stand now, and no earlier ones, were released to a team. */
    boolean wordingReleasedTo(TeamId team) {
        Optional<Instant> written = latest(OwnerAct.Kind.WORDING).map(OwnerAct::at);
        Optional<Instant> released = latest(OwnerAct.Kind.RELEASE).map(OwnerAct::at);
        return releasedTo(team)
                && written.isPresent()
                && !released.orElse(Instant.MIN).isBefore(written.get());
    }

    /** The handling text that came with the release to a team. */
    public Optional<String> releaseText(TeamId team) {
        return releasedTo(team) ? text(OwnerAct.Kind.RELEASE) : Optional.empty();
    }

    /** The owner's words for a team. Words that name teams are for those only. */
    public Optional<String> wording(TeamId team) {
        boolean forTeam = last(OwnerAct.Kind.WORDING)
                .allMatch(a -> a.teams().isEmpty() || a.teams().contains(team));
        return forTeam ? text(OwnerAct.Kind.WORDING) : Optional.empty();
    }

    private Optional<String> text(OwnerAct.Kind kind) {
        return last(kind).map(OwnerAct::text).filter(t -> !t.isBlank()).min(Comparator.naturalOrder());
    }

    private Optional<OwnerAct> latest(OwnerAct.Kind kind) {
        return acts.stream().filter(a -> a.kind() == kind).max(LATEST);
    }

    private Stream<OwnerAct> last(OwnerAct.Kind kind) {
        Optional<Instant> at = latest(kind).map(OwnerAct::at);
        return acts.stream()
                .filter(a -> a.kind() == kind && at.filter(a.at()::equals).isPresent());
    }
}
