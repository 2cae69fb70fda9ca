package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;

/** What comes of settling a doubtful link, and of undoing one: the caller's transaction holds every enquiry that it reaches. */
final class Settling {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final ViewStore views;
    private final Audit audit;
    private final Clock clock;

    Settling(EnquiryLedger ledger, PeopleBook book, ViewStore views, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who says that two are one, or two, says it of what the matching found: by which rule, weight and model. */
    List<Claim> restsOn(Enquiry enquiry, Act act) {
        if (!(act instanceof Act.SettleLink settle)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("link", ModelJson.write(link(enquiry, settle.link()))));
        // Of two, the log says who was the first.
        enquiry.firstWord(settle.link()).ifPresent(first -> claims.add(new Claim("grounds", ModelJson.write(first))));
        return claims;
    }

    /**
     * The word of the first of two people, where two are needed and this is the first; empty if the act counts.
     *
     * @param said the act, as it would stand in the ledger
     */
    Optional<EnquiryFact.LinkWord> first(
            Area area, Enquiry enquiry, Act.SettleLink settle, EnquiryFact.Acted said, LinkEffects effects) {
        boolean agreed = enquiry.firstWord(settle.link())
                .filter(w -> w.same() == settle.same() && !w.by().equals(said.by()))
                .isPresent();
        if (agreed || area.twoStewards().isEmpty()) {
            return Optional.empty();
        }
        EnquiryFact.Waiting link = link(enquiry, settle.link());
        Set<LinkEffect> would =
                effects.of(enquiry, link, settle.same(), said, () -> onPeople(enquiry, link, settle.same()));
        return Collections.disjoint(would, area.twoStewards())
                ? Optional.empty()
                : Optional.of(
                        new EnquiryFact.LinkWord(settle.link(), said.by(), said.team(), settle.same(), settle.why()));
    }

    /** What is said of a link, and of others of the same record with it; says which enquiries it reaches. */
    private Set<EnquiryId> onPeople(Enquiry enquiry, EnquiryFact.Waiting link, boolean same) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.addAll(book.reach(List.of(link.person(), link.candidate())));
        if (same) {
            // One that is for the named unit alone is not settled by somebody who may not see it: its restrictions
            // stay.
            for (EnquiryFact.Waiting rival : rivals(enquiry, link.link())) {
                reached.addAll(book.reach(List.of(rival.person())));
                book.settle(rival.person(), rival.candidate(), false);
            }
        }
        book.settle(link.person(), link.candidate(), same);
        // What was two may now be one, and reach further; what was one may not.
        reached.addAll(book.reach(List.of(link.person(), link.candidate())));
        return reached;
    }

    /** Records it on the people; says which enquiries it reaches, as they were linked before and as they are now. */
    Set<EnquiryId> settled(Team team, Enquiry enquiry, Act.SettleLink settle) {
        EnquiryFact.Waiting link = link(enquiry, settle.link());
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.addAll(book.reach(List.of(link.person(), link.candidate())));
        if (!settle.same()) {
            taken(enquiry, settle.link()).ifPresent(since -> {
                undone(team, enquiry, link, since);
                reached.addAll(openAgain(enquiry, settle.link()));
            });
        }
        if (settle.same()) {
            for (EnquiryFact.Waiting rival : rivals(enquiry, settle.link())) {
                taken(enquiry, rival.link()).ifPresent(since -> undone(team, enquiry, rival, since));
            }
        }
        reached.addAll(onPeople(enquiry, link, settle.same()));
        if (settle.same()) {
            book.lookAtGroup(link.person());
        }
        return reached;
    }

    private List<EnquiryFact.Waiting> rivals(Enquiry enquiry, LinkId link) {
        return enquiry.rivals(link).stream()
                .filter(w -> book.apart().mayBeSettled(enquiry, w))
                .toList();
    }

    /** What was settled with a link that is undone may be so again: restrictions travel as before (ruling 10). */
    private Set<EnquiryId> openAgain(Enquiry enquiry, LinkId link) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        for (EnquiryFact.Waiting rival : rivals(enquiry, link)) {
            if (!enquiry.saidApart(rival.link())) {
                book.unsettle(rival.person(), rival.candidate());
                reached.addAll(book.reach(List.of(rival.person(), rival.candidate())));
            }
        }
        return reached;
    }

    /** Since when two are taken for one; empty if they are not. */
    static Optional<Instant> taken(Enquiry enquiry, LinkId link) {
        Optional<Instant> since = Optional.empty();
        Set<LinkId> rivals =
                enquiry.rivals(link).stream().map(EnquiryFact.Waiting::link).collect(Collectors.toSet());
        for (Enquiry.Entry entry : enquiry.entries()) {
            if (entry.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.SettleLink settle) {
                if (settle.link().equals(link)) {
                    since = settle.same() ? Optional.of(since.orElse(entry.at())) : Optional.empty();
                } else if (settle.same() && rivals.contains(settle.link())) {
                    since = Optional.empty();
                }
            }
        }
        return since;
    }

    /**
     * Who was shown what was wrong is recorded, so that they can be told (law 11): in this enquiry, and in each other that
     * the two had in common, for a flag of one was a flag of the other there too. All of them are locked, and decided again.
     */
    void undone(Team team, Enquiry enquiry, EnquiryFact.Waiting link, Instant since) {
        Set<EnquiryId> all = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        all.add(enquiry.id());
        all.addAll(book.reach(List.of(link.person(), link.candidate())));
        for (EnquiryId id : all) {
            List<ViewStore.Opened> shown = shown(id, since, "link", link.link());
            if (id.equals(enquiry.id()) || !shown.isEmpty()) {
                ledger.append(
                        id,
                        team.agency(),
                        new EnquiryFact.LinkUndone(
                                link.link(),
                                since,
                                clock.instant(),
                                shown.stream()
                                        .map(ViewStore.Opened::team)
                                        .distinct()
                                        .toList(),
                                Optional.of(shown.stream()
                                        .map(ViewStore.Opened::view)
                                        .toList())));
            }
        }
    }

    /** Which packets were opened since, each with an entry in the log. */
    List<ViewStore.Opened> shown(EnquiryId enquiry, Instant since, String claim, Object what) {
        List<ViewStore.Opened> shown = views.openedBetween(enquiry, since, clock.instant());
        shown.forEach(o -> audit.noted(
                uk.mashhub.log.Act.UNLINK,
                o.team().value(),
                "SHOWN",
                List.of(Audit.claim("enquiry", enquiry), Audit.claim(claim, what), Audit.claim("view", o.view()))));
        return shown;
    }

    /** A link that may not be shown is not there. */
    EnquiryFact.Waiting link(Enquiry enquiry, LinkId link) {
        return enquiry.doubtfulLinks()
                .filter(w -> w.link().equals(link))
                .filter(w -> book.apart().mayBeSettled(enquiry, w))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("There is no such link."));
    }
}
