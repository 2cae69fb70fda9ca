package uk.mashhub.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.assemble.PacketAssembler;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.LookupBook;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupKeys;
import uk.mashhub.hub.audit.LookupMaking;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.Decider;
import uk.mashhub.hub.decide.DecidingAnew;
import uk.mashhub.hub.decide.KeyedHandles;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.decide.PolicySeals;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.decide.RecordIdentity;
import uk.mashhub.hub.disclose.Discloser;
import uk.mashhub.hub.disclose.LinkLines;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.disclose.Telling;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.enquiry.Answers;
import uk.mashhub.hub.enquiry.AskedKeys;
import uk.mashhub.hub.enquiry.Enquirer;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.enquiry.Screening;
import uk.mashhub.hub.intake.Intake;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.match.AnswerMatching;
import uk.mashhub.hub.match.CaseWork;
import uk.mashhub.hub.match.NamedUnits;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewLinks;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.hub.storage.server.TeamRoleSetup;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.hub.triage.Desk;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.hub.triage.HandAnswers;
import uk.mashhub.hub.triage.KeptLinkReading;
import uk.mashhub.hub.triage.KeptLinks;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.hub.triage.UnitSettling;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/**
 * The journey without its doors: real database, policy, log and desk, in one process; referrals are made by the test and
 * nobody is asked unless the test says so. Each is a hub of its own on one database.
 */
public final class SmallHub {
    public final TestDatabase database = TestDatabase.shared();
    public final Clock clock = TestTime.STILL;
    public final Area area;
    public final SharingPolicy policy;
    public final EnquiryStore enquiries = new EnquiryStore(database.app, database.vault, database.random);
    public final PersonStore persons = new PersonStore(database.app, database.vault, database.random);
    public final ConflictStore conflicts = new ConflictStore(database.app, database.random);
    public final ViewStore views = new ViewStore(database.app, database.vault, database.random);
    public final PolicyHeadStore heads = new PolicyHeadStore(database.app);
    public final SharingStops stops = new SharingStops(database.app);
    public final TraceStore traces = new TraceStore(database.app, database.vault, database.random);
    public final QuestionStore questions = new QuestionStore(database.app, database.vault);
    public final PublishedPolicy published;
    public final Publications publications;
    public final LookupStore lookupStore = new LookupStore(database.app, database.vault);
    public final LookupKeys lookupKeys = new LookupKeys(new byte[32]);
    public final LookupMaking lookupMaking;
    public final LookupDoor lookups;
    public final Audit audit;
    public final BreakGlass breakGlass;
    public final BreakGlassStore broken = new BreakGlassStore(database.app, database.vault);
    public final Outbox outbox;
    private final PolicyFiles files;
    public final EnquiryLedger ledger = new EnquiryLedger(enquiries, clock);
    public final PeopleBook book;
    public final ReferralJourney journey;
    public final ViewDoor door;
    public final DoubtfulLinks links;
    public final LinkQueue linkQueue;
    public final NamedUnits units;
    public final KeptLinkReading keptLinkReading;
    public final KeptLinks keptLinks;
    /** Decides and writes nothing. */
    public final DecidingAnew deciding;
    /** Asks nobody. */
    public final Enquirer enquirer = mock(Enquirer.class);

    private final Partnership partnership;
    private final TwoRecords records;
    private final Intake intake = mock(Intake.class);
    private final Principal school = new Principal("school-form");

    /** With the policy of a folder, which it publishes. */
    public SmallHub(Path agreements) {
        this(agreements, UnaryOperator.identity());
    }

    private SmallHub(Path agreements, UnaryOperator<Area> changed) {
        try {
            partnership = new Partnership(Partnership.load(Path.of("../config/areas")).areas().stream()
                    .map(changed)
                    .toList());
            area = partnership.areas().get(0);
            area.teams().forEach(t -> database.team(t.id()));
            database.leads(area.teams().stream()
                    .filter(t -> t.role() == Role.IG_LEAD)
                    .map(t -> new TeamRoleSetup.Lead(area.code(), t.id(), t.agency()))
                    .toList());
            policy = SharingPolicy.load(agreements);
            files = PolicyFiles.read(agreements);
            PolicySeals seals = new PolicySeals(new Ed25519Signer(new byte[32]));
            PolicyStore store = new PolicyStore(database.app);
            published = new PublishedPolicy(heads, store, seals, new byte[32]);
            audit = new Audit(
                    new DisclosureLog(entries(), signer(), clock, database.random::bytes),
                    salts(),
                    lookupStore,
                    published::hash);
            publications = new Publications(store, heads, seals, audit, clock, database.random);
            publish();
            KeyedHandles handles = new KeyedHandles(new byte[32]);
            book = new PeopleBook(
                    new PersonRecords(persons, database.inApp(), clock),
                    enquiries,
                    new BlockingKeys(new byte[32]),
                    Matcher.weighing(),
                    crowded -> {},
                    records -> {},
                    database.random);
            breakGlass = new BreakGlass(
                    new PolicyEngine(PolicyFiles.shipped("break-glass").load(), new byte[32]), handles);
            TeamRoles roles = new TeamRoles(database.app);
            outbox = new Outbox(database.app, database.appManager, clock, database.random);
            journey = new ReferralJourney(
                    new Assembly(
                            partnership,
                            new PacketAssembler(),
                            book,
                            new CaseWork(views, book),
                            published,
                            stops,
                            new Decider(published::hold, handles),
                            clock),
                    new Reach(ledger, book),
                    intake,
                    book,
                    new Screening(ledger),
                    enquirer,
                    answers(),
                    new Desk(
                            ledger,
                            book,
                            conflicts,
                            new HandAnswers(ledger, questions, clock, database.random),
                            views,
                            outbox,
                            mock(Telling.class),
                            audit,
                            trial(),
                            clock,
                            database.random),
                    ledger,
                    published,
                    new Inputs(database.app),
                    breakGlass,
                    broken,
                    new Discloser(
                            views,
                            roles,
                            traces,
                            audit,
                            new LookupBook(lookupStore, lookupKeys, database.random),
                            new LinkLines(
                                    new ViewLinks(database.app, database.vault, database.random),
                                    book.apart()::mayBeSettled,
                                    handles),
                            outbox,
                            clock,
                            database.random),
                    clock);
            door = doorOver(database.webPool);
            linkQueue = linksOver(door);
            lookupMaking = new LookupMaking(lookupStore, partnership, database.inApp(), database.random);
            lookups = new LookupDoor(
                    lookupStore,
                    lookupKeys,
                    roles,
                    new ViewReader(database.web, database.webManager, database.vault, database.random),
                    new OpeningLog(signer(), clock, database.random));
            deciding = new DecidingAnew(
                    journey::packet,
                    new Decider(published::hold, handles),
                    new CaseWork(views, book),
                    published,
                    partnership);
            records = new TwoRecords(book, ledger, new RecordIdentity(published::hold, handles, database.random));
            links = new DoubtfulLinks(ledger, book, journey::packet, records, handles, audit, database.inApp());
            units = new NamedUnits(book, records);
            KeptLinkStore kept = new KeptLinkStore(database.app);
            keptLinkReading = new KeptLinkReading(
                    ledger,
                    kept,
                    units,
                    partnership,
                    database.inApp(),
                    fault -> !(fault instanceof DataAccessException),
                    clock);
            keptLinks = keptLinks(ledger, kept);
        } catch (IOException | PolicyRefused e) {
            throw new IllegalStateException("the small hub does not start", e);
        }
    }

    /** With the policy of the house. */
    public static SmallHub started() {
        return new SmallHub(Path.of("../config/agreements"));
    }

    /** The same, in an area that asks for two stewards for this. */
    public static SmallHub withTwoStewards(Set<LinkEffect> effects) {
        return started(effects, List.of());
    }

    /** The same, in an area that has these teams too. */
    public static SmallHub started(Set<LinkEffect> twoStewards, List<Team> more) {
        return new SmallHub(
                Path.of("../config/agreements"),
                a -> new Area(
                        a.code(),
                        a.name(),
                        a.unratedAlarmMinutes(),
                        twoStewards,
                        a.calendar(),
                        a.clocks(),
                        a.agencies(),
                        Stream.concat(a.teams().stream(), more.stream()).toList(),
                        a.host()));
    }

    /** A member of a team as screens know one. */
    public Reader reader(SignedIn who) {
        return new Reader(who, area, area.team(who.team()).orElseThrow());
    }

    /** Gives every entry its place and makes it findable, as the hub's timers do. */
    public void indexed() {
        try (java.util.stream.Stream<uk.mashhub.log.StoredEntry> all = entries().inOrder()) {
            assertThat(all.findFirst()).isPresent();
        }
        lookupMaking.run();
    }

    private Answers answers() {
        return new Answers(
                new Inbox(database.app, database.keys),
                questions,
                ledger,
                new AnswerMatching(Matcher.weighing(), database.random),
                book,
                new Quarantine(
                        new QuarantineStore(database.app, database.vault, database.keys, database.random),
                        audit,
                        clock),
                audit,
                clock,
                database.random);
    }

    private TransactionTemplate trial() {
        TransactionTemplate trial = new TransactionTemplate(database.appManager);
        trial.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        return trial;
    }

    /** The lists of named units, read over these connections. */
    public KeptLinks keptLinksOver(DataSource app) {
        JdbcClient jdbc = JdbcClient.create(app);
        return keptLinks(
                new EnquiryLedger(new EnquiryStore(jdbc, database.vault, database.random), clock),
                new KeptLinkStore(jdbc));
    }

    private KeptLinks keptLinks(EnquiryLedger reading, KeptLinkStore kept) {
        return new KeptLinks(
                reading,
                kept,
                keptLinkReading,
                journey::packet,
                records,
                units,
                new UnitSettling(ledger, book, views, audit, journey::timePassed, clock),
                conflicts,
                audit,
                database.inApp());
    }

    /** Where readers open views, over a source of connections of its own. */
    public ViewDoor doorOver(DataSource web) {
        return new ViewDoor(
                partnership,
                new TeamRoles(database.app),
                new ViewReader(
                        JdbcClient.create(web), new JdbcTransactionManager(web), database.vault, database.random),
                published,
                breakGlass,
                broken,
                new OpeningLog(signer(), clock, database.random),
                clock);
    }

    /** The list of doubtful links, through a door. */
    public LinkQueue linksOver(ViewDoor through) {
        return new LinkQueue(through, new OpeningLog(signer(), clock, database.random));
    }

    /** One that asks in earnest; nobody can open what it asks. */
    public Enquirer asking() {
        return new Enquirer(
                published::hold,
                ledger,
                questions,
                source -> SealKeyPair.generate(database.random).publicKey(),
                new Outbox(database.app, database.appManager, clock, database.random),
                audit,
                clock,
                database.random);
    }

    /** The packet of an enquiry as it stands. */
    public Packet packet(EnquiryId id) {
        return in(() -> new PacketAssembler()
                .packet(
                        ledger.lock(id),
                        area,
                        stops.of(area.code()).stopped(),
                        book.travelling(enquiries.peopleOf(id)),
                        clock.instant()));
    }

    private PgEntryStore entries() {
        return new PgEntryStore(database.app, database.appManager);
    }

    private SaltStore salts() {
        return new SaltStore(database.app, database.vault, database.random);
    }

    private Ed25519Signer signer() {
        return new Ed25519Signer(database.random.bytes(32));
    }

    /** Makes this hub's policy the head. */
    public void publish() {
        in(() -> {
            try {
                UUID proposal =
                        publications.propose(UserId.random(database.random), publications.keep(files), clock.instant());
                return publications.sign(UserId.random(database.random), proposal);
            } catch (PolicyRefused e) {
                throw new IllegalStateException("the agreements do not load", e);
            }
        });
    }

    /** The school refers people, of whom it says these things. */
    public EnquiryId refer(List<PacketPerson> people, List<Item> items) {
        when(intake.accept(any(), any())).thenAnswer(call -> {
            EnquiryId id = EnquiryId.random(database.random);
            ledger.open(new EnquiryRow(
                    id,
                    area.code(),
                    "MH-" + id.toString().substring(0, 8),
                    Stage.RECEIVED.name(),
                    Purpose.PRESCREEN.name(),
                    Rating.UNRATED.name(),
                    clock.instant(),
                    clock.instant().plusSeconds(3600),
                    0,
                    Optional.empty()));
            ledger.append(id, area.agencyOf(school).orElseThrow().id(), received(people, items));
            return Optional.of(id);
        });
        return in(() -> journey.received(school, new byte[0]).orElseThrow());
    }

    private EnquiryFact.Received received(List<PacketPerson> people, List<Item> items) {
        return new EnquiryFact.Received(
                ReferralId.random(database.random),
                area.agencyOf(school).orElseThrow().id(),
                new SourceId("school-form"),
                new Referrer("", "", "", "", "", true, false),
                Set.of(),
                false,
                people,
                List.of(),
                List.of(),
                List.of(),
                items);
    }

    /** The purpose is section 47 and a source is asked about everybody; answers with the question's token. */
    public QuestionId ask(EnquiryId id, String source) {
        Source asked = sourceOf(source);
        Agency agency = area.agencyOf(asked.id()).orElseThrow();
        QuestionId token = QuestionId.random(database.random);
        return in(() -> {
            Enquiry enquiry = ledger.lock(id);
            ledger.update(enquiry.row().forPurpose(Purpose.S47));
            ledger.append(
                    id,
                    agency.id(),
                    new EnquiryFact.Asked(
                            token,
                            agency.id(),
                            asked.id(),
                            clock.instant(),
                            Purpose.S47,
                            "ASK-02",
                            enquiries.peopleOf(id),
                            Optional.empty()));
            questions.add(
                    new QuestionRow(
                            token,
                            id,
                            agency.id(),
                            asked.id(),
                            "ASKED",
                            clock.instant(),
                            clock.instant(),
                            clock.instant(),
                            ""),
                    ModelJson.write(new AskedKeys(enquiries.peopleOf(id).stream()
                            .map(p -> new AskedKeys.AskedKey(keyOf(p), p))
                            .toList())));
            journey.timePassed(id);
            return token;
        });
    }

    /** The key under which a source is asked about a person. */
    public static PersonKey keyOf(PersonId person) {
        return new PersonKey("k-" + person.toString().substring(0, 8));
    }

    /** A source answers. */
    public void answer(Answer answer) {
        Sender sender = senderOf(sourceOf(answer.source().value()));
        in(() -> {
            journey.answered(new AnswerDoor.SentAnswer(sender, answer.token(), Optional.of(answer)));
            return true;
        });
    }

    /** Sources answer at one time. */
    public void answerAtOnce(List<Answer> answers) {
        in(() -> {
            journey.answered(answers.stream()
                    .map(a -> new AnswerDoor.SentAnswer(
                            senderOf(sourceOf(a.source().value())), a.token(), Optional.of(a)))
                    .toList());
            return true;
        });
    }

    private Sender senderOf(Source source) {
        return new Sender(source.principal(), area, area.agencyOf(source.id()).orElseThrow(), source);
    }

    private Source sourceOf(String id) {
        SourceId source = new SourceId(id);
        return area.agencyOf(source).flatMap(a -> a.source(source)).orElseThrow();
    }

    /** Somebody acts; what comes back is why it was refused. */
    public Optional<String> act(SignedIn who, EnquiryId id, Act act) {
        return in(() -> journey.acted(who, id, packet -> act));
    }

    /** A member of staff of a team, in date. */
    public SignedIn somebody(String team) {
        Optional<LocalDate> until = Optional.of(LocalDate.of(2099, 12, 31));
        return new SignedIn(
                UserId.random(database.random), area.code(), new TeamId(team), clock.instant(), until, until);
    }

    /** All pages of a list. */
    public List<ViewDoor.Queued> list(SignedIn who, ViewList list) {
        List<ViewDoor.Queued> all = new ArrayList<>();
        Optional<Turn> turn = Optional.of(Turn.START);
        while (turn.isPresent()) {
            ViewDoor.Page page = door.list(who, list, turn.get());
            all.addAll(page.lines());
            turn = page.next();
        }
        return all;
    }

    /** All pages of the queue. */
    public List<ViewDoor.Queued> queue(SignedIn who) {
        return list(who, ViewList.QUEUE);
    }

    /** In one transaction of the journey. */
    public <T> T in(Supplier<T> work) {
        T done = database.inApp().execute(status -> work.get());
        return java.util.Objects.requireNonNull(done);
    }
}
