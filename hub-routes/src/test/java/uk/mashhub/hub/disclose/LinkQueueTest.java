package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.match.PersonRecords;
import uk.mashhub.hub.storage.LinkPlace;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Doubtful links over all enquiries of a team. The database is shared, so links of other tests may stand on the list. */
class LinkQueueTest {
    private static final Pattern IDS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|MH-\\w{8}");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn sam = hub.somebody("council-screening");
    private final SignedIn dana = hub.somebody("council-decision");
    private final CountedReading counted = new CountedReading(hub.database.webPool);
    private final LinkQueue measured = hub.linksOver(hub.doorOver(counted));

    private List<LinkQueue.Line> all(SignedIn who) {
        List<LinkQueue.Line> all = new ArrayList<>();
        Optional<LinkPlace> place = Optional.empty();
        do {
            LinkQueue.Page page = hub.linkQueue.page(who, place);
            all.addAll(page.lines());
            place = page.next();
        } while (place.isPresent());
        return all;
    }

    private List<EnquiryId> enquiries(SignedIn who, Set<EnquiryId> of) {
        return all(who).stream()
                .map(LinkQueue.Line::enquiry)
                .filter(of::contains)
                .toList();
    }

    private PacketPerson child(People family, String given) {
        return family.person(given, 2016, SubjectRole.INDEX_CHILD);
    }

    /** A referral of a child who may be known from an earlier one. */
    private EnquiryId doubtful() {
        People family = People.family();
        hub.refer(List.of(child(family, "Catherine")), List.of());
        return hub.refer(List.of(child(family, "Kate")), List.of());
    }

    private LinkId link(EnquiryId enquiry) {
        return hub.in(() -> hub.ledger
                .lock(enquiry)
                .doubtfulLinks()
                .map(EnquiryFact.Waiting::link)
                .findFirst()
                .orElseThrow());
    }

    private static String text(LinkQueue.Line line) {
        return new String(line.json(), StandardCharsets.UTF_8);
    }

    @Test
    void listsWhatWaitsInEveryEnquiryOfTheTeamTheOneThatIsDueFirstAtTheTop() {
        EnquiryId green = doubtful();
        EnquiryId red = doubtful();
        assertThat(hub.act(dana, green, new Act.Rate(Rating.GREEN, "A worry."))).isEmpty();
        assertThat(hub.act(dana, red, new Act.Rate(Rating.RED, "Hurt."))).isEmpty();
        EnquiryId unrated = doubtful();

        assertThat(enquiries(sam, Set.of(green, red, unrated))).containsExactly(unrated, red, green);
        assertThat(enquiries(dana, Set.of(green, red, unrated))).containsExactly(unrated, red, green);
        assertThat(enquiries(hub.somebody("police-desk"), Set.of(green, red, unrated)))
                .as("no stewards")
                .isEmpty();
        assertThat(all(sam).stream()
                        .filter(l -> l.enquiry().equals(red))
                        .map(LinkQueueTest::text)
                        .toList())
                .singleElement()
                .asString()
                .contains("\"rating\":\"RED\"", "\"link\":\"" + link(red) + "\"", "\"why\":[\"", "\"bits\":");
    }

    @Test
    void takesAwayWhatIsSettledAndWhatIsLearntToBeForANamedUnitAlone() {
        EnquiryId enquiry = doubtful();
        EnquiryId other = doubtful();
        assertThat(enquiries(sam, Set.of(enquiry, other))).hasSize(2);

        assertThat(hub.act(sam, enquiry, new Act.SettleLink(link(enquiry), false, "Her cousin.")))
                .isEmpty();
        hub.in(() -> {
            hub.book
                    .flag(
                            hub.ledger
                                    .lock(other)
                                    .doubtfulLinks()
                                    .findFirst()
                                    .orElseThrow()
                                    .candidate(),
                            List.of(People.flag(SafetyFlag.PROTECTED_PERSON)))
                    .forEach(hub.journey::timePassed);
            return true;
        });
        assertThat(enquiries(sam, Set.of(enquiry, other))).isEmpty();
    }

    /** No flag hides the child here: only the statute on the other record does, for the named unit (ruling 33). */
    @Test
    void takesAwayWhatAStatuteKeepsApartFromNowOn() {
        EnquiryId enquiry = doubtful();
        assertThat(enquiries(sam, Set.of(enquiry))).hasSize(1);
        PersonRecords records = new PersonRecords(hub.persons, hub.database.inApp(), hub.clock);
        hub.in(() -> {
            records.restrict(
                    hub.ledger
                            .lock(enquiry)
                            .doubtfulLinks()
                            .findFirst()
                            .orElseThrow()
                            .candidate(),
                    Set.of(StatuteFlag.ADOPTION));
            hub.journey.timePassed(enquiry);
            return true;
        });
        assertThat(enquiries(sam, Set.of(enquiry))).isEmpty();
    }

    @Test
    void showsNoneOfAnEnquiryThatItsReaderIsKeptFrom() {
        EnquiryId enquiry = doubtful();
        SignedIn kept = hub.somebody("council-screening");
        assertThat(enquiries(kept, Set.of(enquiry))).hasSize(1);
        hub.act(kept, enquiry, new Act.DeclareConflict(kept.user(), hub.enquiries.peopleOf(enquiry)));
        assertThat(enquiries(kept, Set.of(enquiry))).isEmpty();
        assertThat(enquiries(sam, Set.of(enquiry))).hasSize(1);
    }

    @Test
    void turnsPagesThatRepeatNothingAndMissNothingWhenALineGoes() {
        Set<EnquiryId> mine = new java.util.HashSet<>();
        for (int i = 0; i < ViewDoor.PAGE + 2; i++) {
            mine.add(doubtful());
        }
        LinkQueue.Page first = hub.linkQueue.page(sam, Optional.empty());
        assertThat(first.lines()).hasSize(ViewDoor.PAGE);
        List<String> second = hub.linkQueue.page(sam, first.next()).lines().stream()
                .map(LinkQueueTest::text)
                .toList();
        EnquiryId gone = first.lines().get(ViewDoor.PAGE - 1).enquiry();
        hub.act(sam, gone, new Act.SettleLink(link(gone), false, "Her cousin."));

        assertThat(hub.linkQueue.page(sam, first.next()).lines().stream()
                        .map(LinkQueueTest::text)
                        .toList())
                .isEqualTo(second);
        List<LinkQueue.Line> all = all(sam);
        assertThat(all).extracting(LinkQueueTest::text).doesNotHaveDuplicates();
        mine.remove(gone);
        assertThat(all).extracting(LinkQueue.Line::enquiry).containsAll(mine);
        assertThat(LinkPlace.of(first.next().orElseThrow().toString())).isEqualTo(first.next());
        assertThat(LinkPlace.of("no place")).isEmpty();
    }

    @Test
    void logsAPageAsOneOpeningWithACommitmentToEveryLine() {
        alone(Set.of(doubtful(), doubtful()));
        long before = openings();
        assertThat(hub.linkQueue.page(sam, Optional.empty()).lines()).hasSize(2);
        assertThat(openings()).isEqualTo(before + 1);
        assertThat(hub.database
                        .app
                        .sql("select convert_from(entry, 'UTF8') from log_entry order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"LINKS\"", "\"line-1\"", "\"line-2\"")
                .doesNotContain("line-3");
    }

    private long openings() {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = 'OPENING'")
                .query(Long.class)
                .single();
    }

    /** Takes every other view off the team's lists. */
    private void alone(Set<EnquiryId> enquiries) {
        JdbcClient.create(hub.database.superuser())
                .sql("update view_head set withdrawn_at = at where team = 'council-screening'"
                        + " and not enquiry_id = any (cast(string_to_array(:these, ',') as uuid[]))")
                .param("these", enquiries.stream().map(EnquiryId::toString).collect(Collectors.joining(",")))
                .update();
    }

    /** Somebody who may be under protection is named in no packet of theirs, and on no list. */
    @Test
    void showsNoneAboutSomebodyWhomThePacketDoesNotName() {
        People family = People.family();
        hub.refer(List.of(child(family, "Catherine")), List.of());
        EnquiryId enquiry = hub.refer(List.of(child(family, "Kate")), List.of());
        assertThat(enquiries(sam, Set.of(enquiry))).hasSize(1);
        hub.refer(List.of(People.with(child(family, "Kate"), SafetyFlag.PROTECTED_PERSON)), List.of());

        assertThat(enquiries(sam, Set.of(enquiry))).isEmpty();
        LoggedView packet = hub.door
                .open(
                        sam,
                        hub.views.headsOf(enquiry).stream()
                                .filter(h -> h.key().team().equals(sam.team()))
                                .findFirst()
                                .orElseThrow()
                                .id())
                .orElseThrow();
        assertThat(hub.links.of(sam, hub.area, hub.area.team(sam.team()).orElseThrow(), packet))
                .isEmpty();
    }

    /** What a reader of links may not know of. */
    private enum Hidden {
        NOTHING,
        ADOPTED,
        GENDER_RECOGNISED,
        WITNESS,
        SAFE_ADDRESS_OF_THE_CANDIDATE,
        SILENT_ITEM_HERE,
        SILENT_ITEM_OF_THE_CANDIDATE
    }

    /**
     * Two worlds that differ only by what is kept from the steward give the same list, in the same statements, rows and
     * sizes (rulings 10 to 12): a restricted candidate beside the ordinary one, a flag, an item that is SILENT.
     */
    @ParameterizedTest
    @EnumSource(Hidden.class)
    void isTheSameWhateverIsHidden(Hidden hidden) {
        assertThat(world(hidden)).isEqualTo(world(Hidden.NOTHING)).contains("\"why\"");
    }

    private String world(Hidden hidden) {
        People family = People.family();
        PacketPerson known = child(family, "Catherine");
        if (hidden == Hidden.SAFE_ADDRESS_OF_THE_CANDIDATE) {
            known = People.with(known, SafetyFlag.SAFE_ADDRESS);
        }
        Set<EnquiryId> world = new java.util.HashSet<>();
        world.add(hub.refer(
                List.of(known), hidden == Hidden.SILENT_ITEM_OF_THE_CANDIDATE ? List.of(silent(known)) : List.of()));
        restricted(child(family, "Kate"), hidden).ifPresent(world::add);
        PacketPerson now = child(family, "Kate");
        world.add(hub.refer(
                List.of(now, family.person("Ian", 1981, SubjectRole.PARENT)),
                hidden == Hidden.SILENT_ITEM_HERE ? List.of(silent(now)) : List.of()));
        alone(world);
        counted.taken();
        String list = measured.page(sam, Optional.empty()).lines().stream()
                .map(LinkQueueTest::text)
                .collect(Collectors.joining("\n"));
        String surname = known.details().names().get(0).family();
        return anonymous(list.replace(surname, "SURNAME")) + counted.taken();
    }

    /** Somebody of the same name and birth whom a statute keeps apart. */
    private Optional<EnquiryId> restricted(PacketPerson child, Hidden hidden) {
        return switch (hidden) {
            case ADOPTED -> Optional.of(hub.refer(List.of(child), List.of(under(child, StatuteFlag.ADOPTION))));
            case GENDER_RECOGNISED ->
                Optional.of(hub.refer(List.of(child), List.of(under(child, StatuteFlag.GENDER_RECOGNITION))));
            case WITNESS ->
                Optional.of(hub.refer(List.of(child), List.of(under(child, StatuteFlag.WITNESS_PROTECTION))));
            case NOTHING, SAFE_ADDRESS_OF_THE_CANDIDATE, SILENT_ITEM_HERE, SILENT_ITEM_OF_THE_CANDIDATE ->
                Optional.empty();
        };
    }

    private Item under(PacketPerson child, StatuteFlag statute) {
        ItemLabels fact = ItemLabels.fact(DataClass.INVOLVEMENT);
        return item(
                child,
                new ItemLabels(
                        fact.dataClass(),
                        fact.nature(),
                        fact.grade(),
                        fact.regime(),
                        fact.classification(),
                        fact.confidential(),
                        fact.handling(),
                        Set.of(statute)));
    }

    private Item silent(PacketPerson child) {
        return item(child, ItemLabels.fact(DataClass.SEXUAL_REPRODUCTIVE_HEALTH));
    }

    private Item item(PacketPerson child, ItemLabels labels) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-health"),
                new SourceId("health-referrals"),
                "r",
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                labels,
                new ItemField(FieldKind.NARRATIVE, "What is known", "Something about her."));
    }

    /** Random ids by the order in which they first appear. */
    private static String anonymous(String text) {
        Map<String, String> seen = new HashMap<>();
        return IDS.matcher(text).replaceAll(m -> seen.computeIfAbsent(m.group(), id -> "ID" + seen.size()));
    }
}
