package uk.mashhub.hub;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.Decider;
import uk.mashhub.hub.decide.Freshness;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.disclose.Discloser;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.AnswerDoor.SentAnswer;
import uk.mashhub.hub.enquiry.Answers;
import uk.mashhub.hub.enquiry.Enquirer;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.enquiry.Screening;
import uk.mashhub.hub.intake.Intake;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.SilentCandidate;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.triage.Desk;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.Principal;

/**
 * The journey of a referral, on one page. Four things happen to an enquiry: a contact is received, a source answers, a
 * person acts, time passes. Each runs in one database transaction under a lock on the enquiry, and ends the same way:
 * assemble, decide, disclose. So no view is ever older than what the enquiry knows (rulings 14 to 16).
 */
public final class ReferralJourney {
    private final Assembly assembly;
    private final Reach reach;
    private final Intake intake;
    private final PeopleBook book;
    private final Screening screening;
    private final Enquirer enquirer;
    private final Answers answers;
    private final Desk desk;
    private final EnquiryLedger ledger;
    private final PublishedPolicy published;
    private final Inputs inputs;
    private final BreakGlass breakGlass;
    private final BreakGlassStore broken;
    private final Discloser discloser;
    private final Clock clock;

    public ReferralJourney(
            Assembly assembly,
            Reach reach,
            Intake intake,
            PeopleBook book,
            Screening screening,
            Enquirer enquirer,
            Answers answers,
            Desk desk,
            EnquiryLedger ledger,
            PublishedPolicy published,
            Inputs inputs,
            BreakGlass breakGlass,
            BreakGlassStore broken,
            Discloser discloser,
            Clock clock) {
        this.assembly = assembly;
        this.reach = reach;
        this.intake = intake;
        this.book = book;
        this.screening = screening;
        this.enquirer = enquirer;
        this.answers = answers;
        this.desk = desk;
        this.ledger = ledger;
        this.published = published;
        this.inputs = inputs;
        this.breakGlass = breakGlass;
        this.broken = broken;
        this.discloser = discloser;
        this.clock = clock;
    }

    /** A contact arrives: take it in, see who the people may be, ask the council's own record, show what there is. */
    public Optional<EnquiryId> received(Principal transport, byte[] sealed) {
        Optional<EnquiryId> opened = intake.accept(transport, sealed);
        opened.ifPresent(id -> {
            Enquiry enquiry = ledger.lock(id);
            Set<EnquiryId> reached =
                    enquiry.referral().map(r -> reach.enter(enquiry, r)).orElse(Set.of());
            Enquiry linked = ledger.lock(id);
            if (screening.asksAgencies(linked)) {
                // A mended contact comes to an enquiry that people have worked on meanwhile.
                enquirer.askAgencies(linked, assembly.packet(linked), assembly.area(linked));
            } else {
                enquirer.prescreen(linked, assembly.packet(linked), assembly.area(linked));
            }
            show(id, reached);
        });
        return opened;
    }

    /** The hub itself has failed on a contact, time and again: it stands on the board as one that cannot be read. */
    public void setAside(Principal transport, byte[] sealed, String where) {
        intake.setAside(transport, sealed, where).ifPresent(this::show);
    }

    /** A source answers. */
    public void answered(SentAnswer sent) {
        answered(List.of(sent));
    }

    /**
     * Sources answer: take each answer to the question that was asked, see whom it is about, then show what has changed, once for
     * all of them.
     *
     * @param sent about one enquiry, or few
     */
    public void answered(List<SentAnswer> sent) {
        List<Known> known = sent.stream().flatMap(s -> known(s).stream()).toList();
        // Keys before enquiries, as for a contact: in another order the two wait for each other (ADR 0004).
        book.lockKeysOf(known.stream()
                .flatMap(k -> k.sent().answer().stream())
                .flatMap(a -> a.people().stream())
                .toList());
        Set<EnquiryId> about = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        known.forEach(k -> about.add(k.enquiry()));
        reach.lockAll(about);
        Set<EnquiryId> changed = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        List<Known> news = new ArrayList<>();
        for (Known answer : known) {
            Set<EnquiryId> changes = taken(answer);
            changed.addAll(changes);
            if (changes.contains(answer.enquiry())) {
                news.add(answer);
            }
        }
        about.forEach(id -> follow(id, news));
        changed.forEach(this::show);
    }

    /** An answer waits in quarantine: people are told to ring, and what protects somebody holds meanwhile. */
    public void setAside(SentAnswer sent) {
        answers.enquiryOf(sent.token()).ifPresent(id -> {
            reach.lock(id);
            answers.setAside(sent.token(), sent.answer()).forEach(this::show);
        });
    }

    /** An answer and the enquiry that it is to. */
    private record Known(EnquiryId enquiry, SentAnswer sent) {}

    private Optional<Known> known(SentAnswer sent) {
        Optional<EnquiryId> enquiry = sent.answer().isPresent()
                ? answers.enquiryOf(sent.sender(), sent.answer().get())
                : answers.enquiryOf(sent.token());
        return enquiry.map(id -> new Known(id, sent));
    }

    private Set<EnquiryId> taken(Known known) {
        SentAnswer sent = known.sent();
        return sent.answer()
                .map(answer -> answers.take(sent.sender(), answer, assembly.packet(ledger.lock(known.enquiry()))))
                .orElseGet(() -> answers.setAside(sent.token(), sent.answer()));
    }

    /** What follows from answers: an open case goes to its worker, and what was refused may now be asked otherwise. */
    private void follow(EnquiryId id, List<Known> known) {
        List<Answer> all = known.stream()
                .filter(k -> k.enquiry().equals(id))
                .flatMap(k -> k.sent().answer().stream())
                .toList();
        if (all.isEmpty()) {
            return;
        }
        Enquiry answered = ledger.lock(id);
        Packet packet = assembly.packet(answered);
        screening.screen(answered, packet, item -> assembly.knownToAll(answered, packet, item.id()));
        all.forEach(answer -> askAgain(ledger.lock(id), answer));
    }

    /** A source may refuse a question after the enquiry was raised: what it refused is not what it would be asked now. */
    private void askAgain(Enquiry enquiry, Answer answer) {
        if (answer.kind() == Answer.Kind.REFUSED && screening.asksAgencies(enquiry)) {
            enquirer.askAgain(enquiry, assembly.packet(enquiry), assembly.area(enquiry), answer.source());
        }
    }

    /**
     * A person acts: check and record it, ask whom may now be asked, show what has changed.
     *
     * @param act made from the packet as it is under the lock
     * @return why it was refused, for the person to read; empty if it was done
     */
    public Optional<String> acted(SignedIn who, EnquiryId id, Function<Packet, Act> act) {
        Enquiry enquiry = reach.lock(id);
        Packet packet = assembly.packet(enquiry);
        Act what = act.apply(packet);
        Desk.Recorded recorded = desk.record(who, assembly.area(enquiry), enquiry, packet, what, assembly::decided);
        if (recorded.refusal().isPresent()) {
            return recorded.refusal();
        }
        Enquiry after = ledger.lock(id);
        if (what instanceof Act.AskAgain again) {
            enquirer.askOnceMore(
                    after,
                    assembly.packet(after),
                    assembly.area(after).agency(again.agency()).orElseThrow());
        } else if (screening.asksAgencies(after)) {
            enquirer.askAgencies(after, assembly.packet(after), assembly.area(after));
        }
        show(id, recorded.reached());
        return Optional.empty();
    }

    /** Time passes: a fact of time has flipped, such as a deadline or the end of a flag. */
    public void timePassed(EnquiryId id) {
        show(id);
    }

    /**
     * Somebody breaks the glass: shows what the release's own policy gives, whether or not another is in force.
     *
     * @return whose content it gives
     */
    public Set<AgencyId> glassBroken(EnquiryId id) {
        published.steady();
        Enquiry enquiry = ledger.lock(id);
        Inputs.Versions read = inputs.of(id);
        Packet packet = assembly.assembled(enquiry);
        List<Decider.TeamView> views =
                breakGlass.views(packet, assembly.area(enquiry), broken.live(id, clock.instant()));
        discloser.add(enquiry, views, read);
        inputs.refuseIfMoved(read);
        ledger.update(Freshness.sooner(enquiry, views));
        return BreakGlass.given(packet, views);
    }

    /** Assemble, decide, disclose. */
    private void show(EnquiryId id) {
        published.hold();
        Enquiry locked = kept(ledger.lock(id));
        Inputs.Versions read = inputs.of(id);
        inputs.refuseIfNotAll(read, locked.newest());
        Packet before = assembly.packet(locked);
        Enquiry enquiry = screening.advance(locked, before);
        Packet packet = enquiry.row().equals(locked.row()) ? before : assembly.packet(enquiry);
        List<Decider.TeamView> views = new ArrayList<>(assembly.views(enquiry, packet));
        views.addAll(breakGlass.views(packet, assembly.area(enquiry), broken.live(id, clock.instant())));
        Set<PersonId> apart =
                book.apart().of(enquiry.everybody().map(PacketPerson::id).toList());
        boolean casework = discloser.disclose(enquiry, views, read, apart);
        inputs.refuseIfMoved(read);
        ledger.update(Freshness.after(enquiry, packet, assembly.area(enquiry), views));
        if (casework) {
            book.around(id).stream().filter(other -> !other.equals(id)).forEach(this::show);
        }
    }

    /** What is for a named unit alone stands in the ledger as that before anything is decided (ruling 33). */
    private Enquiry kept(Enquiry enquiry) {
        return book.apart()
                .learnt(enquiry, new SilentCandidate(enquiry, assembly::decidedWhereLinksAreSettled))
                .map(f -> {
                    ledger.append(enquiry.id(), assembly.area(enquiry).keeper(), f);
                    return ledger.lock(enquiry.id());
                })
                .orElse(enquiry);
    }

    /** One and those that it reaches, in the order of their ids: readers lock them in that order too. */
    private void show(EnquiryId id, Set<EnquiryId> reached) {
        Set<EnquiryId> all = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        all.add(id);
        all.addAll(reached);
        all.forEach(this::show);
    }

    /** What is known on a locked enquiry. While the head is held, neither the policy nor what agencies share can change. */
    public Packet packet(Enquiry enquiry) {
        return assembly.packet(enquiry);
    }
}
