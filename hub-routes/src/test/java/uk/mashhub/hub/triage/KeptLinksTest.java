package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.CountedReading;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryFact.UnitWord.Word;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.storage.KeptLinkPlace;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A possible link with somebody whom a statute keeps apart is for the named unit, and for nobody else (ruling 33). */
class KeptLinksTest {
    private static final Team ADOPTION = new Team(
            new TeamId("council-adoption"),
            "Adoption lead",
            new AgencyId("exampleshire-council"),
            Role.ADOPTION_LEAD,
            Placement.INSIDE,
            Team.Perspective.NONE);

    private static final ItemLabels TOLD = ItemLabels.fact(DataClass.INVOLVEMENT);
    /** Told to nobody (SIL-06), though it keeps no person apart. */
    private static final ItemLabels SILENT = TOLD.under(Set.of(StatuteFlag.ASSISTED_CONCEPTION));

    private final SmallHub hub = SmallHub.started(Set.of(), List.of(ADOPTION));
    private final SignedIn sam = hub.somebody("council-screening");
    private final Reader lead = hub.reader(hub.somebody("council-adoption"));
    private final Reader unit = hub.reader(hub.somebody("council-protected"));
    private final People family = People.family();

    private PacketPerson child() {
        return family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    }

    private static Item item(SmallHub hub, PersonId about, StatuteFlag... statutes) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r",
                new Subject(about, SubjectRole.INDEX_CHILD),
                ItemLabels.fact(DataClass.INVOLVEMENT).under(Set.of(statutes)),
                new ItemField(FieldKind.STATUS, "Status", "known"));
    }

    /** A child who may be one whom a statute keeps apart, and who has a safe address there. */
    private EnquiryId referredAgain(StatuteFlag statute) {
        PacketPerson known = People.with(child(), SafetyFlag.SAFE_ADDRESS);
        hub.refer(List.of(known), List.of(item(hub, known.id(), statute)));
        return hub.refer(List.of(child()), List.of());
    }

    private List<KeptLinks.Line> lines(Reader reader, EnquiryId enquiry) {
        String reference = hub.in(() -> hub.ledger.look(enquiry)).row().reference();
        return all(reader, 100).stream()
                .filter(l -> l.reference().equals(reference))
                .toList();
    }

    /** The whole list, so many on a page. */
    private List<KeptLinks.Line> all(Reader reader, int most) {
        filled();
        List<KeptLinks.Line> all = new ArrayList<>();
        Optional<KeptLinkPlace> after = Optional.empty();
        do {
            KeptLinks.Page page = hub.keptLinks.page(reader, after, most);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(most);
            all.addAll(page.lines());
            after = page.next().flatMap(p -> KeptLinkPlace.of(p.toString()));
        } while (after.isPresent());
        return all;
    }

    /** What the unit's first page takes. */
    private String taken(CountedReading counted, KeptLinks over, Reader reader) {
        counted.taken();
        over.page(reader, Optional.empty());
        return counted.taken();
    }

    /** Nor by how long the list takes does one unit learn how much another has (ruling 12). */
    @Test
    void takesTheSameHoweverManyLinksOtherUnitsHave() {
        filled();
        CountedReading counted = new CountedReading(hub.database.appPool);
        KeptLinks over = hub.keptLinksOver(counted);
        String before = taken(counted, over, lead);
        assertThat(before).contains("from kept_link");

        referredAgain(StatuteFlag.WITNESS_PROTECTION);
        EnquiryId other = referredAgain(StatuteFlag.WITNESS_PROTECTION);
        assertThat(taken(counted, over, lead)).as("ledgers have grown").isEqualTo(before);
        filled();
        assertThat(taken(counted, over, lead)).as("they have been read").isEqualTo(before);
        assertThat(lines(unit, other)).isNotEmpty();
        referredAgain(StatuteFlag.ADOPTION);
        filled();
        assertThat(taken(counted, over, lead)).as("its own can be measured").isNotEqualTo(before);
    }

    /** A statute that is learnt later moves the link: at once away from one unit, then to the other. */
    @Test
    void movesToTheListOfAnotherUnitWhereMoreIsLearnt() {
        PacketPerson known = People.with(child(), SafetyFlag.SAFE_ADDRESS);
        hub.refer(List.of(known), List.of(item(hub, known.id(), StatuteFlag.ADOPTION)));
        EnquiryId enquiry = hub.refer(List.of(child()), List.of());
        LinkId link = link(lead, enquiry);
        PersonRecords records = new PersonRecords(hub.persons, hub.database.inApp(), hub.clock);
        hub.in(() -> {
            records.restrict(known.id(), Set.of(StatuteFlag.WITNESS_PROTECTION));
            return true;
        });
        assertThat(hub.keptLinks.open(lead, link, "To see.")).isEmpty();
        KeptLinkStore kept = new KeptLinkStore(hub.database.app);
        while (kept.find(hub.area.code(), unit.team().id(), link).isEmpty()) {
            hub.keptLinkReading.run();
        }
        assertThat(lines(unit, enquiry)).hasSize(1);
        assertThat(lines(lead, enquiry)).isEmpty();
    }

    /** As the clock does, until nothing is unread. */
    private void filled() {
        KeptLinkStore kept = new KeptLinkStore(hub.database.app);
        do {
            hub.keptLinkReading.run();
        } while (!kept.unread(hub.area.code(), Set.of(), 1).isEmpty());
    }

    @Test
    void standsOnPagesWhatWaitsFirstAndReadsNoLedgerAgainThatHasNotGrown() {
        List<EnquiryId> enquiries = List.of(
                referredAgain(StatuteFlag.ADOPTION),
                referredAgain(StatuteFlag.WITNESS_PROTECTION),
                referredAgain(StatuteFlag.ADOPTION),
                referredAgain(StatuteFlag.ADOPTION));
        KeptLinkStore kept = new KeptLinkStore(hub.database.app);
        assertThat(kept.unread(hub.area.code(), Set.of(), 1_000)).containsAll(enquiries);
        hub.keptLinks.page(lead, Optional.empty());
        assertThat(kept.unread(hub.area.code(), Set.of(), 1_000))
                .as("no reader reads ledgers")
                .containsAll(enquiries);
        hub.keptLinks.say(lead, link(lead, enquiries.get(0)), Word.APART, "Her cousin.");
        assertThat(kept.unread(hub.area.code(), Set.of(), 1_000)).isEmpty();

        List<LinkId> mine =
                List.of(link(lead, enquiries.get(2)), link(lead, enquiries.get(3)), link(lead, enquiries.get(0)));
        // What other tests left may change lists meanwhile.
        List<KeptLinks.Line> whole = those(mine, all(lead, 100));
        assertThat(those(mine, all(lead, 1))).isEqualTo(whole);
        assertThat(those(mine, all(lead, 2))).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(whole.stream().map(KeptLinks.Line::link).filter(mine::contains))
                .as("what waits in the order in which it was found, what is settled after it")
                .containsExactlyElementsOf(inOrder(whole, mine));
        assertThat(whole.stream()
                        .filter(line -> mine.contains(line.link()))
                        .map(KeptLinks.Line::said)
                        .toList())
                .as("what is settled last")
                .endsWith(Word.APART);
        assertThat(all(hub.reader(sam), 2)).isEmpty();
    }

    private static List<KeptLinks.Line> those(List<LinkId> links, List<KeptLinks.Line> lines) {
        return lines.stream().filter(l -> links.contains(l.link())).toList();
    }

    private static List<LinkId> inOrder(List<KeptLinks.Line> lines, List<LinkId> of) {
        return lines.stream()
                .filter(l -> of.contains(l.link()))
                .sorted(Comparator.comparing((KeptLinks.Line l) -> l.said() != Word.OPEN)
                        .thenComparing(KeptLinks.Line::since))
                .map(KeptLinks.Line::link)
                .toList();
    }

    private LinkId link(Reader reader, EnquiryId enquiry) {
        return lines(reader, enquiry).get(0).link();
    }

    private Set<SafetyFlag> flags(EnquiryId enquiry) {
        return hub.in(() -> hub.book.travelling(hub.enquiries.peopleOf(enquiry)).possible().values().stream()
                .flatMap(List::stream)
                .map(PersonFlag::flag)
                .collect(Collectors.toSet()));
    }

    /** What everybody reads of an enquiry, and every list of doubtful links of it. */
    private String seen(EnquiryId enquiry) {
        StringBuilder seen = new StringBuilder();
        for (ViewHead head : hub.views.headsOf(enquiry)) {
            SignedIn reader = hub.somebody(head.key().team().value());
            hub.door.open(reader, head.id()).ifPresent(view -> {
                seen.append(head.id()).append(' ').append(head.version()).append(' ');
                seen.append(new String(view.content(), StandardCharsets.UTF_8));
                seen.append(hub.links.of(
                        reader, hub.area, hub.area.team(reader.team()).orElseThrow(), view));
            });
        }
        return seen.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ADOPTION, council-adoption, council-protected",
        "WITNESS_PROTECTION, council-protected, council-adoption",
        "GENDER_RECOGNITION, council-protected, council-adoption",
        "UNKNOWN, council-protected, council-adoption"
    })
    void standsForTheUnitOfTheStatuteAndForNobodyElse(StatuteFlag statute, String its, String other) {
        EnquiryId enquiry = referredAgain(statute);
        assertThat(lines(hub.reader(hub.somebody(its)), enquiry))
                .singleElement()
                .extracting(KeptLinks.Line::said)
                .isEqualTo(Word.OPEN);
        assertThat(lines(hub.reader(hub.somebody(other)), enquiry)).isEmpty();
        assertThat(lines(hub.reader(sam), enquiry)).isEmpty();
        assertThat(lines(hub.reader(hub.somebody("ig-council")), enquiry)).isEmpty();
        LinkId link = link(hub.reader(hub.somebody(its)), enquiry);
        assertThat(hub.keptLinks.open(hub.reader(hub.somebody(other)), link, "To see."))
                .isEmpty();
        assertThat(hub.keptLinks.say(hub.reader(sam), link, Word.APART, "Two.")).isEmpty();
        assertThat(hub.act(sam, enquiry, new Act.SettleLink(link, true, "One.")))
                .contains("There is no such link.");
        assertThat(flags(enquiry)).as("and protects meanwhile").containsExactly(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void comparesTheTwoForTheUnitForAReasonAndLogsTheLookWhereNoLeadFindsIt() {
        EnquiryId enquiry = referredAgain(StatuteFlag.ADOPTION);
        LinkId link = link(lead, enquiry);
        hub.indexed();
        long rows = lookupRows();
        long before = openings();
        assertThatThrownBy(() -> hub.keptLinks.open(lead, link, " ")).isInstanceOf(NotAllowed.class);
        KeptLinks.Opened opened =
                hub.keptLinks.open(lead, link, "To settle it.").orElseThrow();

        assertThat(opened.compared().orElseThrow().rows())
                .extracting(r -> r.label() + r.differs())
                .contains("Namefalse", "Bornfalse");
        assertThat(opened.compared().orElseThrow().steps()).isNotEmpty();
        assertThat(openings()).isEqualTo(before + 1);
        hub.indexed();
        assertThat(lookupRows()).isEqualTo(rows);
    }

    private long openings() {
        return count("select count(*) from log_entry where act = 'OPENING'");
    }

    private long lookupRows() {
        return count("select count(*) from log_lookup");
    }

    private long count(String sql) {
        return hub.database.app.sql(sql).query(Long.class).single();
    }

    @Test
    void readsOfARecordWhatPolicyGivesTheUnitAndNothingOfAGenderHistory() {
        EnquiryId enquiry = referredAgain(StatuteFlag.GENDER_RECOGNITION);
        KeptLinks.Opened opened =
                hub.keptLinks.open(unit, link(unit, enquiry), "To settle it.").orElseThrow();
        assertThat(opened.compared().orElseThrow().rows())
                .allSatisfy(r -> assertThat(r.there()).isEmpty());
    }

    @Test
    void changesNothingForAnybodyElseWhenTheTwoAreOne() {
        EnquiryId enquiry = referredAgain(StatuteFlag.ADOPTION);
        String before = seen(enquiry);
        assertThat(hub.keptLinks.say(lead, link(lead, enquiry), Word.SAME, "Her file."))
                .contains(true);

        assertThat(seen(enquiry)).isEqualTo(before);
        assertThat(flags(enquiry)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(lines(lead, enquiry)).extracting(KeptLinks.Line::said).containsExactly(Word.SAME);
    }

    @Test
    void liftsWhatProtectsWhenTheTwoAreTwoAndRestoresItWhenThatIsTakenBack() {
        EnquiryId enquiry = referredAgain(StatuteFlag.ADOPTION);
        LinkId link = link(lead, enquiry);
        assertThat(hub.keptLinks.say(lead, link, Word.APART, "Her cousin.")).contains(true);
        assertThat(flags(enquiry)).isEmpty();
        assertThat(seen(enquiry)).as("somebody reads it meanwhile").isNotEmpty();

        assertThat(hub.keptLinks.say(lead, link, Word.OPEN, "A mistake.")).contains(true);
        assertThat(flags(enquiry)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(hub.keptLinks.open(lead, link, "To tell them.").orElseThrow().shownTo())
                .as("who opened a packet while it was lifted")
                .contains("council-screening");
    }

    @Test
    void waitsForASecondOfTheUnitWhereTheAreaWantsTwoForWhatLiftsARestriction() {
        SmallHub two = SmallHub.started(Set.of(LinkEffect.LIFTS_RESTRICTION), List.of(ADOPTION));
        EnquiryId enquiry = referredAgain(StatuteFlag.ADOPTION);
        LinkId link = link(lead, enquiry);
        Reader first = two.reader(two.somebody("council-adoption"));
        assertThat(two.keptLinks.say(first, link, Word.APART, "Two.")).contains(false);
        assertThat(two.keptLinks.say(first, link, Word.APART, "Two, I say.")).contains(false);
        assertThat(flags(enquiry)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(two.keptLinks.open(first, link, "To see.").orElseThrow().first())
                .contains(Word.APART);

        assertThat(two.keptLinks.say(two.reader(two.somebody("council-adoption")), link, Word.APART, "Two."))
                .contains(true);
        assertThat(flags(enquiry)).isEmpty();
    }

    @Test
    void takesOverWhatTheTeamHadOnItsListAndUnjoinsWhatItHadJoined() {
        PacketPerson known = child();
        hub.refer(List.of(known), List.of());
        PacketPerson now = child();
        EnquiryId enquiry = hub.refer(List.of(now), List.of());
        LinkId link = hub.in(() -> hub.ledger.look(enquiry).doubtfulLinks().toList())
                .get(0)
                .link();
        hub.act(sam, enquiry, new Act.SettleLink(link, true, "One."));
        assertThat(hub.in(() -> hub.book.isSame(known.id(), now.id()))).isTrue();
        PersonRecords records = new PersonRecords(hub.persons, hub.database.inApp(), hub.clock);
        hub.in(() -> {
            records.restrict(known.id(), Set.of(StatuteFlag.ADOPTION));
            hub.journey.timePassed(enquiry);
            return true;
        });

        assertThat(link(lead, enquiry)).isEqualTo(link);
        assertThat(hub.keptLinks.say(lead, link, Word.APART, "Not hers.")).contains(true);
        assertThat(hub.in(() -> hub.book.isSame(known.id(), now.id()))).isFalse();
        assertThat(hub.in(() -> hub.ledger.look(enquiry)).settledLinks()).containsEntry(link, false);
        assertThat(hub.in(() -> hub.ledger.look(enquiry)).facts(EnquiryFact.LinkUndone.class))
                .hasSize(1);
        hub.keptLinks.say(lead, link, Word.OPEN, "Not sure.");
        assertThat(hub.in(() -> hub.ledger.look(enquiry)).settledLinks()).doesNotContainKey(link);
        assertThat(hub.in(() -> hub.book.isSame(known.id(), now.id())))
                .as("it waits")
                .isFalse();
    }

    private EnquiryId answeredInDoubt(ItemLabels... told) {
        PacketPerson asked = child();
        EnquiryId enquiry = hub.refer(List.of(asked), List.of());
        PersonKey key = new PersonKey("record");
        List<SourceItem> items = java.util.Arrays.stream(told)
                .map(c -> new SourceItem(
                        "record-" + c.statutes(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(hub.clock.instant()),
                        EventTime.unknown(),
                        List.of(new SourceItem.SourceSubject(key, SubjectRole.UNKNOWN)),
                        c,
                        List.of(new ItemField(FieldKind.STATUS, "Status", "known")),
                        List.of(),
                        List.of()))
                .toList();
        hub.answer(new Answer(
                hub.ask(enquiry, "hospital-encounters"),
                new SourceId("hospital-encounters"),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(
                        key,
                        Set.of(SubjectRole.UNKNOWN),
                        family.details("Mona", 2016),
                        List.of(People.flag(SafetyFlag.SAFE_ADDRESS)))),
                List.of(new Answer.Candidate(key, SmallHub.keyOf(asked.id()))),
                List.of(),
                List.of(),
                items,
                List.of()));
        return enquiry;
    }

    private int waiting(EnquiryId enquiry) {
        return (int) hub.linkQueue.page(sam, Optional.empty()).lines().stream()
                .filter(l -> l.enquiry().equals(enquiry))
                .count();
    }

    /** A link whose record the team may know nothing of would tell it that there is something (law 5). */
    @Test
    void keepsALinkToARecordOfWhichTheTeamMayKnowNothing() {
        EnquiryId enquiry = answeredInDoubt(SILENT);
        assertThat(waiting(enquiry)).isZero();
        assertThat(seen(enquiry)).doesNotContain("DoubtfulLink[");
        assertThat(lines(unit, enquiry)).hasSize(1);
        assertThat(flags(enquiry)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(hub.act(sam, enquiry, new Act.SettleLink(link(unit, enquiry), true, "One.")))
                .contains("There is no such link.");
        assertThat(hub.keptLinks.say(unit, link(unit, enquiry), Word.APART, "Another."))
                .isPresent();
    }

    @Test
    void leavesTheTeamALinkToARecordOfWhichItWouldKnowSomethingOrOfWhichNothingIsTold() {
        for (EnquiryId enquiry : List.of(answeredInDoubt(TOLD), answeredInDoubt(SILENT, TOLD), answeredInDoubt())) {
            assertThat(waiting(enquiry)).isPositive();
            assertThat(lines(unit, enquiry)).isEmpty();
        }
    }

    @Test
    void isNotThereForAMemberWhoIsKeptFromTheEnquiry() {
        EnquiryId enquiry = referredAgain(StatuteFlag.ADOPTION);
        LinkId link = link(lead, enquiry);
        hub.in(() -> {
            hub.conflicts.add(
                    hub.area.code(), lead.who().user(), true, hub.enquiries.peopleOf(enquiry), hub.clock.instant());
            return true;
        });
        assertThat(lines(lead, enquiry)).isEmpty();
        assertThat(hub.keptLinks.open(lead, link, "To see.")).isEqualTo(Optional.empty());
    }
}
