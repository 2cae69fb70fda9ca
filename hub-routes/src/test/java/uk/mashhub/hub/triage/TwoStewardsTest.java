package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What lifts a restriction or joins people is settled by two where the area says so, and by neither alone (ruling 33). */
class TwoStewardsTest {
    private final SmallHub hub = SmallHub.withTwoStewards(Set.of(LinkEffect.LIFTS_RESTRICTION));
    private final People family = People.family();

    private static SignedIn sam(SmallHub hub) {
        return hub.somebody("council-screening");
    }

    private PacketPerson child() {
        return family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    }

    private static List<LinkId> links(SmallHub hub, EnquiryId enquiry) {
        return hub.in(() -> hub.ledger
                .lock(enquiry)
                .doubtfulLinks()
                .map(EnquiryFact.Waiting::link)
                .toList());
    }

    private static LinkId link(SmallHub hub, EnquiryId enquiry) {
        return links(hub, enquiry).get(0);
    }

    private static Map<LinkId, Boolean> settled(SmallHub hub, EnquiryId enquiry) {
        return hub.in(() -> hub.ledger.lock(enquiry).settledLinks());
    }

    private static Optional<Boolean> waits(SmallHub hub, EnquiryId enquiry, LinkId link) {
        return hub.in(() -> hub.ledger.lock(enquiry).firstWord(link).map(EnquiryFact.LinkWord::same));
    }

    private void says(SignedIn who, EnquiryId enquiry, LinkId link, boolean same) {
        assertThat(hub.act(who, enquiry, new Act.SettleLink(link, same, "I have asked.")))
                .isEmpty();
    }

    private Set<SafetyFlag> restricts(PersonId person) {
        return hub.in(() -> hub.book.travelling(List.of(person)).possible(person).stream()
                .map(PersonFlag::flag)
                .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void liftsWhatTravelsOverALinkOnlyWhenASecondAgrees() {
        hub.refer(List.of(People.with(child(), SafetyFlag.SAFE_ADDRESS)), List.of());
        PacketPerson now = child();
        EnquiryId enquiry = hub.refer(List.of(now), List.of());
        LinkId link = link(hub, enquiry);
        SignedIn sam = sam(hub);

        says(sam, enquiry, link, false);
        says(sam, enquiry, link, false);
        assertThat(settled(hub, enquiry)).as("one, however often").isEmpty();
        assertThat(waits(hub, enquiry, link)).contains(false);
        assertThat(restricts(now.id())).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(outcome()).isEqualTo("FIRST_OF_TWO");

        says(sam(hub), enquiry, link, false);
        assertThat(settled(hub, enquiry)).isEqualTo(Map.of(link, false));
        assertThat(waits(hub, enquiry, link)).isEmpty();
        assertThat(restricts(now.id())).isEmpty();
        assertThat(lastEntry()).contains("\"grounds\"", "\"ALLOW\"");
    }

    private String outcome() {
        return lastEntry().contains("\"FIRST_OF_TWO\"") ? "FIRST_OF_TWO" : "other";
    }

    private String lastEntry() {
        return hub.database
                .app
                .sql("select convert_from(entry, 'UTF8') from log_entry where act in ('LINK', 'UNLINK')"
                        + " and convert_from(entry, 'UTF8') not like '%SHOWN%' order by seq desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void countsFromTheSecondWhoSaysTheSameAndNotFromOneWhoSaysOtherwise() {
        hub.refer(List.of(People.with(child(), SafetyFlag.SAFE_ADDRESS)), List.of());
        EnquiryId enquiry = hub.refer(List.of(child()), List.of());
        LinkId link = link(hub, enquiry);
        says(sam(hub), enquiry, link, false);

        says(sam(hub), enquiry, link, true);
        assertThat(settled(hub, enquiry)).as("SAME lifts nothing").isEqualTo(Map.of(link, true));
        assertThat(waits(hub, enquiry, link)).isEmpty();

        says(sam(hub), enquiry, link, false);
        assertThat(settled(hub, enquiry))
                .as("the word of before is gone with it")
                .isEqualTo(Map.of(link, true));
    }

    @Test
    void leavesToOneWhatProtectsNobody() {
        hub.refer(List.of(child()), List.of());
        EnquiryId enquiry = hub.refer(List.of(child()), List.of());
        LinkId link = link(hub, enquiry);
        says(sam(hub), enquiry, link, false);
        assertThat(settled(hub, enquiry)).isEqualTo(Map.of(link, false));
    }

    @Test
    void joinsPeopleOfTwoEnquiriesByTwoWhereTheAreaSaysSo() {
        for (LinkEffect effect : List.of(LinkEffect.JOINS_PEOPLE, LinkEffect.OTHER_ENQUIRY)) {
            SmallHub strict = SmallHub.withTwoStewards(Set.of(effect));
            People others = People.family();
            strict.refer(List.of(others.person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
            EnquiryId enquiry = strict.refer(List.of(others.person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
            LinkId link = link(strict, enquiry);
            strict.act(sam(strict), enquiry, new Act.SettleLink(link, true, "The same school."));
            assertThat(settled(strict, enquiry)).as("%s", effect).isEmpty();
            strict.act(sam(strict), enquiry, new Act.SettleLink(link, true, "The same school."));
            assertThat(settled(strict, enquiry)).as("%s", effect).isEqualTo(Map.of(link, true));
        }
    }

    /**
     * No flag anywhere: the housing officer acts for the father in another enquiry, and so may not read of the mother here.
     * Once it is said that they are other people, the policy would let them.
     */
    @Test
    void asksThePolicyWithTheLinkAndWithoutIt() {
        SignedIn housing = hub.somebody("housing-officers");
        PacketPerson there = mother();
        PacketPerson father = family.person("Karl", 1987, SubjectRole.PARENT, SubjectRole.ALLEGED_PERPETRATOR);
        hub.ask(hub.refer(List.of(child(), there, father), List.of(name(there), name(father))), "housing-by-hand");
        PacketPerson here = mother();
        PacketPerson child = child();
        EnquiryId enquiry = hub.refer(List.of(child, here), List.of(name(here)));
        hub.act(
                hub.somebody("council-decision"),
                enquiry,
                new Act.DecideChild(child.id(), Set.of(ThresholdOutcome.STRATEGY_DISCUSSION), "Afraid.", "", 1));
        hub.ask(enquiry, "housing-by-hand");
        assertThat(readBy(housing, enquiry)).doesNotContain("Mona");
        List<LinkId> links = links(hub, enquiry);
        assertThat(links).hasSizeGreaterThan(1);

        SignedIn sam = sam(hub);
        links.forEach(link -> says(sam, enquiry, link, false));
        assertThat(readBy(housing, enquiry)).as("one alone").doesNotContain("Mona");
        assertThat(settled(hub, enquiry)).hasSizeLessThan(links.size());

        SignedIn second = sam(hub);
        links.stream()
                .filter(link -> waits(hub, enquiry, link).isPresent())
                .forEach(link -> says(second, enquiry, link, false));
        assertThat(settled(hub, enquiry)).hasSize(links.size());
        assertThat(readBy(housing, enquiry)).contains("Mona");
    }

    private PacketPerson mother() {
        return family.person("Mona", 1990, SubjectRole.PARENT, SubjectRole.VICTIM);
    }

    private Item name(PacketPerson whose) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r",
                new Subject(whose.id(), SubjectRole.PARENT),
                ItemLabels.fact(DataClass.IDENTITY),
                new ItemField(
                        FieldKind.NAME,
                        "Name",
                        whose.details().usualName().orElseThrow().full()));
    }

    private String readBy(SignedIn who, EnquiryId enquiry) {
        StringBuilder all = new StringBuilder();
        hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(who.team()))
                .flatMap(h -> hub.door.open(who, h.id()).stream())
                .forEach(v -> all.append(new String(v.content(), StandardCharsets.UTF_8)));
        return all.toString();
    }
}
