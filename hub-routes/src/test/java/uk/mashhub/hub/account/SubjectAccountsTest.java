package uk.mashhub.hub.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.audit.LookupSearch;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.ToldInQuestion;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An account holds what harms nobody, is read by the unit alone, and reads the same whether nothing was there or all was left out. */
class SubjectAccountsTest {
    private static final String WHY = "Request 12.";

    private final SmallHub hub = SmallHub.started();
    private final LogReceipts receipts = mock(LogReceipts.class);
    private final AccountStore store = new AccountStore(hub.database.app, hub.database.vault);
    private final AccountWork work = new AccountWork(hub.book, hub.ledger, hub.journey, hub.traces);
    private final SubjectAccounts accounts = at(hub.clock);
    private final SignedIn lead = hub.somebody("ig-council");
    private final SignedIn unit = hub.somebody("council-protected");
    private final People family = People.family();
    private final PacketPerson young = family.person("Maya", 2010, SubjectRole.INDEX_CHILD);
    private final PacketPerson mother = family.person("Grace", 1984, SubjectRole.PARENT);

    private SubjectAccounts at(Clock clock) {
        return new SubjectAccounts(
                work,
                store,
                hub.conflicts,
                hub.lookupKeys,
                receipts,
                hub.audit,
                hub.database.inApp(),
                new SubjectAccounts.Terms(Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(365)),
                clock,
                hub.database.random);
    }

    private static String name(PacketPerson person) {
        return person.details().usualName().orElseThrow().full();
    }

    private Item said(PacketPerson of, ItemLabels labels) {
        return said(hub, of, labels);
    }

    /** Something that may be told. */
    static Item said(SmallHub hub, PacketPerson of) {
        return said(hub, of, ItemLabels.fact(DataClass.IDENTITY));
    }

    private static Item said(SmallHub hub, PacketPerson of, ItemLabels labels) {
        SubjectRole role = of.roles().iterator().next();
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "record " + labels.dataClass() + " " + of.id(),
                new Subject(of.id(), role),
                labels,
                new ItemField(FieldKind.NAME, "Name", name(of)));
    }

    private EnquiryId closed(List<PacketPerson> people, List<Item> items) {
        EnquiryId id = hub.refer(people, items);
        stands(id, Stage.CLOSED, Purpose.PRESCREEN);
        return id;
    }

    private void stands(EnquiryId id, Stage stage, Purpose purpose) {
        hub.in(() -> {
            hub.ledger.update(hub.ledger.lock(id).row().at(stage).forPurpose(purpose));
            return true;
        });
    }

    private Map<String, String> fields(PacketPerson person) {
        return fields(
                name(person), person.details().birthDate().orElseThrow().date().toString());
    }

    private static Map<String, String> fields(String name, String born) {
        return Map.of("name", name, "born", born, "themself", "true", "identity", "A passport.", "reason", WHY);
    }

    /** Handed in; by which the unit finds it. */
    private UUID asked(Map<String, String> fields) {
        Set<UUID> before = Set.copyOf(ids(unit));
        accounts.ask(lead, hub.area, fields);
        return ids(unit).stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
    }

    private SubjectAccounts.Opened opened(UUID id) {
        return accounts.open(unit, hub.area, id, WHY).orElseThrow();
    }

    private SubjectAccounts.Opened opened(PacketPerson person) {
        return opened(asked(fields(person)));
    }

    private String account(PacketPerson person) {
        return account(fields(person));
    }

    private String account(Map<String, String> fields) {
        return opened(asked(fields)).text();
    }

    private UUID released(UUID id) {
        return accounts.release(unit, hub.area, id, opened(id).read()).orElseThrow();
    }

    private void proved() {
        when(receipts.ofEntry(any())).thenReturn(Optional.of("a proof".getBytes(StandardCharsets.UTF_8)));
    }

    /** What everybody reads of whom nothing is told. */
    private static String nothingTold(String text) {
        assertThat(text).contains("There is nothing that we can list here.").doesNotContain("was given:");
        return text.lines().skip(3).reduce("", (a, b) -> a + b);
    }

    private ItemLabels plain(DataClass of) {
        return ItemLabels.fact(of);
    }

    @Test
    void tellsWhichOrganisationWasGivenWhatAndWhenAndWhy() {
        closed(
                List.of(young, mother),
                List.of(said(young, plain(DataClass.IDENTITY)), said(mother, plain(DataClass.IDENTITY))));

        String text = account(young);

        assertThat(text)
                .contains(
                        "For: " + name(young) + ", born on "
                                + DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)
                                        .format(family.born(2010)) + ".",
                        "Exampleshire Council\n  was given: who you are\n  for: looking at a concern about a child\n  under: ")
                .endsWith(AccountText.END + "\n")
                .doesNotContain("Grace", "Schools", "decision makers");
        assertThat(text.split("was given:", -1)).hasSize(2);
    }

    @Test
    void readsTheSameWhetherNothingWasThereOrAllOfItIsLeftOut() {
        String nobody = nothingTold(account(fields("Nobody Unknown-Test", "1990-01-01")));

        Map<String, UnaryOperator<List<PacketPerson>>> people = new LinkedHashMap<>();
        people.put("hidden", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.SAFE_ADDRESS)));
        people.put("linked to harm", p -> List.of(People.with(p.get(0), SafetyFlag.PERPETRATOR_LINKED), p.get(1)));
        people.put("limited", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.LIMITED_ACCESS)));
        people.put("risk", p -> List.of(p.get(0), People.with(p.get(1), SafetyFlag.RISK_TO_STAFF)));
        for (SubjectRole role : List.of(
                SubjectRole.ALLEGED_PERPETRATOR, SubjectRole.VICTIM, SubjectRole.WITNESS, SubjectRole.INFORMANT)) {
            people.put(role.name(), p -> List.of(p.get(0), family.person("Rowan", 1980, role)));
        }
        people.forEach((why, change) -> {
            People other = People.family();
            PacketPerson one = other.person("Maya", 2010, SubjectRole.INDEX_CHILD);
            List<PacketPerson> of = change.apply(List.of(one, other.person("Grace", 1984, SubjectRole.PARENT)));
            closed(of, List.of(said(one, plain(DataClass.IDENTITY))));
            assertThat(nothingTold(account(one))).as(why).isEqualTo(nobody);
        });
    }

    @Test
    void leavesOutAnEnquiryThatIsNotOverOrWasForMore() {
        EnquiryId id = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        assertThat(account(young)).contains("who you are");

        stands(id, Stage.READY, Purpose.PRESCREEN);
        nothingTold(account(young));
        stands(id, Stage.CLOSED, Purpose.S47);
        nothingTold(account(young));
        stands(id, Stage.CLOSED, Purpose.MARAC);
        nothingTold(account(young));
        stands(id, Stage.DECIDED, Purpose.S17);
        assertThat(account(young)).contains("who you are");
    }

    @Test
    void leavesOutItemsThatALawOrAnOwnerHoldsBack() {
        ItemLabels fact = plain(DataClass.EDUCATION);
        List<ItemLabels> held = new ArrayList<>(List.of(
                plain(DataClass.LOCATION),
                plain(DataClass.CHILD_HEALTH),
                plain(DataClass.ALLEGATION),
                plain(DataClass.DOMESTIC_ABUSE_INCIDENT),
                labels(fact, Nature.ALLEGATION, Regime.UK_GDPR, false, Handling.none(), Set.of()),
                labels(fact, Nature.FACT, Regime.DPA_PART_3, false, Handling.none(), Set.of()),
                labels(fact, Nature.FACT, Regime.UK_GDPR, true, Handling.none(), Set.of()),
                labels(
                        fact,
                        Nature.FACT,
                        Regime.UK_GDPR,
                        false,
                        new Handling(Set.of(HandlingCondition.NOT_FOR_SUBJECT), "", List.of(), Optional.empty()),
                        Set.of()),
                labels(fact, Nature.FACT, Regime.UK_GDPR, false, Handling.none(), Set.of(StatuteFlag.ADOPTION))));
        for (ItemLabels labels : held) {
            PacketPerson one = People.family().person("Maya", 2010, SubjectRole.INDEX_CHILD);
            closed(List.of(one), List.of(said(one, labels)));
            assertThat(account(one)).as(labels.toString()).doesNotContain("was given:");
        }
    }

    private static ItemLabels labels(
            ItemLabels of, Nature nature, Regime regime, boolean secret, Handling handling, Set<StatuteFlag> statutes) {
        return new ItemLabels(
                of.dataClass(), nature, of.grade(), regime, of.classification(), secret, handling, statutes);
    }

    @Test
    void isForThePersonAloneAndForNobodyOfTheSameName() {
        PacketPerson child = family.person("Ada", 2020, SubjectRole.INDEX_CHILD);
        closed(
                List.of(young, mother, child),
                List.of(said(young, plain(DataClass.EDUCATION)), said(child, plain(DataClass.IDENTITY))));

        nothingTold(account(mother));
        nothingTold(account(child));
        nothingTold(account(fields(name(young), family.born(2010).plusDays(1).toString())));
        assertThat(account(young)).contains("your education").doesNotContain("who you are");

        PacketPerson child2 = People.family().person("Maya", 2010, SubjectRole.INDEX_CHILD);
        closed(
                List.of(child2),
                List.of(said(child2, plain(DataClass.LOCATION)), said(child2, plain(DataClass.IDENTITY))));
        assertThat(account(child2)).as("not everything told is plain").doesNotContain("was given:");

        PacketPerson twin = family.person("Maya", 2010, SubjectRole.SIBLING);
        EnquiryId both = closed(List.of(young, twin), List.of(said(young, plain(DataClass.IDENTITY))));
        assertThat(account(young)).doesNotContain("who you are");
        assertThat(AccountRequest.of(fields(young)).subject().in(hub.packet(both)))
                .isEmpty();
    }

    @Test
    void saysToTheUnitAloneWhyItLeavesOut() {
        closed(
                List.of(young, People.with(mother, SafetyFlag.SAFE_ADDRESS)),
                List.of(said(young, plain(DataClass.IDENTITY))));

        SubjectAccounts.Opened opened = opened(young);

        assertThat(opened.leftOut())
                .extracting(SubjectAccounts.LeftOut::why)
                .contains("somebody in it has a flag, or may have");
        assertThat(opened.identity()).isEqualTo("A passport.");
        assertThat(logged("OPENING")).contains("\"ACCOUNT\"").doesNotContain(name(young));
    }

    @Test
    void countsWhoWasTakenOutAndWhatADecisionKnewOnce() {
        EnquiryId id = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        assertThat(account(young)).contains("who you are");
        PacketPerson man = family.person("Rowan", 1980, SubjectRole.ALLEGED_PERPETRATOR);
        hub.in(() -> {
            AgencyId council = new AgencyId("exampleshire-council");
            hub.ledger.append(
                    id, council, new EnquiryFact.BroughtIn(council, man, said(man, plain(DataClass.IDENTITY))));
            return true;
        });
        nothingTold(account(young));
    }

    @Test
    void tellsNothingOfTwoWhoMayNotBeOneUntilItIsSettled() {
        closed(List.of(young), List.of(said(young, plain(DataClass.EDUCATION))));
        assertThat(account(young)).contains("your education");
        PacketPerson namesake = family.person("Maya", 2010, SubjectRole.INDEX_CHILD);
        closed(List.of(namesake), List.of(said(namesake, plain(DataClass.IDENTITY))));

        SubjectAccounts.Opened two = opened(young);
        nothingTold(two.text());
        assertThat(two.leftOut()).extracting(SubjectAccounts.LeftOut::what).containsExactly("everything");

        hub.in(() -> {
            hub.book.settle(young.id(), namesake.id(), true);
            return true;
        });
        assertThat(account(young)).contains("your education", "who you are");
    }

    @Test
    void takesTwoForOneThatHaveTheNumberThatWasGiven() {
        NhsNumber number = People.number();
        PacketPerson one = People.with(young, number);
        PacketPerson other = People.with(family.person("Maya", 2010, SubjectRole.INDEX_CHILD), number);
        closed(List.of(one), List.of(said(one, plain(DataClass.EDUCATION))));
        closed(List.of(other), List.of(said(other, plain(DataClass.IDENTITY))));

        nothingTold(account(one));
        Map<String, String> fields = new LinkedHashMap<>(fields(one));
        fields.put("number", number.value());
        assertThat(account(fields)).contains("your education", "who you are");
    }

    @Test
    void needsToKnowThatThePersonAsksAndHowTheyShowedWhoTheyAre() {
        for (String field : List.of("themself", "identity", "reason", "name", "born")) {
            Map<String, String> fields = new LinkedHashMap<>(fields(young));
            fields.remove(field);
            assertThatThrownBy(() -> accounts.ask(lead, hub.area, fields))
                    .as(field)
                    .isInstanceOf(NoSearch.class);
        }
        Area none = new Area(
                hub.area.code(),
                hub.area.name(),
                hub.area.unratedAlarmMinutes(),
                hub.area.twoStewards(),
                hub.area.calendar(),
                hub.area.clocks(),
                hub.area.agencies(),
                hub.area.teams().stream()
                        .filter(t -> t.role() != Role.PROTECTED_PERSONS_UNIT)
                        .toList(),
                hub.area.host());
        assertThatThrownBy(() -> accounts.ask(lead, none, fields(young)))
                .hasMessageContaining("nothing can be prepared");
    }

    @Test
    void isReleasedOnceByAnotherThanWhoeverHandedItIn() {
        closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        proved();
        UUID id = asked(fields(young));
        assertThat(accounts.open(lead, hub.area, id, WHY)).as("their own").isEmpty();
        assertThat(accounts.fetch(unit, hub.area, id)).isEmpty();
        SubjectAccounts.Opened read = opened(id);
        assertThatThrownBy(() -> accounts.release(unit, hub.area, id, "something else"))
                .isInstanceOf(NoSearch.class);

        List<Optional<UUID>> twice = Stream.of(unit, hub.somebody("council-protected"))
                .parallel()
                .map(who -> accounts.release(who, hub.area, id, read.read()))
                .toList();

        assertThat(twice).filteredOn(Optional::isPresent).hasSize(1);
        UUID released = twice.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(accounts.fetch(lead, hub.area, released)).isEmpty();
        assertThat(logged("EXPORT")).contains("\"ACCOUNT\"").doesNotContain(name(young));
    }

    @Test
    void leavesOnceWithItsReceiptAndIsComparedWithWhatWasToldBefore() {
        EnquiryId enquiry = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        UUID id = asked(fields(young));
        String text = opened(id).text();
        UUID released = released(id);
        when(receipts.ofEntry(any())).thenReturn(Optional.empty());
        assertThat(accounts.fetch(unit, hub.area, released).orElseThrow().file())
                .isEmpty();
        proved();
        byte[] file =
                accounts.fetch(unit, hub.area, released).orElseThrow().file().orElseThrow();
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(text + "Receipt: YSBwcm9vZg==\n");
        assertThat(accounts.fetch(unit, hub.area, released)).isEmpty();

        assertThat(opened(young).before())
                .extracting(SubjectAccounts.Before::gone)
                .containsOnly(false);
        stands(enquiry, Stage.CLOSED, Purpose.S47);
        assertThat(opened(young).before())
                .extracting(SubjectAccounts.Before::gone)
                .containsOnly(true);
    }

    @Test
    void isGoneIfAFlagComesBetweenProofAndHandOver() {
        EnquiryId enquiry = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        UUID released = released(asked(fields(young)));
        when(receipts.ofEntry(any())).thenAnswer(call -> {
            Thread other = new Thread(() -> stands(enquiry, Stage.CLOSED, Purpose.S47));
            other.start();
            other.join();
            return Optional.of(new byte[] {'p'});
        });

        assertThat(accounts.fetch(unit, hub.area, released)).isEmpty();
        proved();
        assertThat(accounts.fetch(unit, hub.area, released)).as("gone for good").isEmpty();
    }

    @Test
    void holdsItsEnquiriesUntilItIsDone() {
        EnquiryId enquiry = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        hub.in(() -> {
            work.work(
                    hub.area,
                    AccountRequest.of(fields(young)).subject(),
                    hub.area.agencies().get(0),
                    hub.clock.instant());
            assertThat(JdbcClient.create(hub.database.owner())
                            .sql("select 1 from hub.enquiry where enquiry_id = :id for update skip locked")
                            .param("id", enquiry.value())
                            .query(Integer.class)
                            .list())
                    .isEmpty();
            return true;
        });
    }

    @Test
    void isNotThereForWhoeverIsKeptFromItAndNotReleasedForOneWho() {
        closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        proved();
        UUID id = asked(fields(young));
        UUID released = released(asked(fields(young)));
        keepFrom(unit);
        assertThat(ids(unit)).doesNotContain(id);
        assertThat(accounts.open(unit, hub.area, id, WHY)).isEmpty();
        assertThat(accounts.release(unit, hub.area, id, "")).isEmpty();
        assertThat(accounts.fetch(unit, hub.area, released)).isEmpty();

        SignedIn another = hub.somebody("council-protected");
        assertThat(accounts.open(another, hub.area, id, WHY).orElseThrow().mayRelease())
                .isTrue();
        keepFrom(lead);
        SubjectAccounts.Opened now = accounts.open(another, hub.area, id, WHY).orElseThrow();
        assertThat(now.mayRelease()).isFalse();
        assertThatThrownBy(() -> accounts.release(another, hub.area, id, now.read()))
                .isInstanceOf(NoSearch.class);
    }

    private void keepFrom(SignedIn who) {
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), who.user(), true, List.of(young.id()), hub.clock.instant());
            return true;
        });
    }

    @Test
    void endsWithoutALeadLearningOfIt() {
        UUID id = asked(fields("Nobody Unknown-Test", "1990-01-01"));
        assertThat(accounts.end(unit, hub.area, id, SubjectAccounts.End.REFUSED, WHY))
                .isTrue();
        assertThat(accounts.end(unit, hub.area, id, SubjectAccounts.End.BY_HAND, WHY))
                .isFalse();
        hub.indexed();
        String entry = logged("EXPORT");
        String entryId = hub.database
                .app
                .sql("select entry_id from log_entry where act = 'EXPORT' order by seq desc limit 1")
                .query(String.class)
                .single();
        assertThat(entry).contains("\"ACCOUNT\"").doesNotContain("REFUSED");
        assertThat(hub.lookups
                        .search(lead, hub.area, LookupSearch.of(Map.of("entry", entryId)), Optional.of(WHY))
                        .lines())
                .isEmpty();
    }

    @Test
    void goesByItself() {
        UUID id = asked(fields("Nobody Unknown-Test", "1990-01-01"));
        SubjectAccounts later = at(Clock.offset(hub.clock, Duration.ofDays(7)));
        assertThat(later.waiting(unit, hub.area))
                .extracting(SubjectAccounts.Waiting::id)
                .doesNotContain(id);
        assertThat(later.open(unit, hub.area, id, WHY)).isEmpty();
        String entry = hub.database
                .app
                .sql("select entry_id from subject_account where account_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        later.forgetSalts();
        assertThat(salts(entry)).isPositive();
        at(Clock.offset(hub.clock, Duration.ofDays(366))).forgetSalts();
        assertThat(salts(entry)).as("after a year").isZero();
    }

    private long salts(String entry) {
        return count("log_salt where entry_id = :id", entry);
    }

    private long count(String of, Object id) {
        return hub.database
                .app
                .sql("select count(*) from " + of)
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void goesWithAnEnquiryThatItNamesAndWithNoOther() {
        EnquiryId bare = EnquiryId.random(hub.database.random);
        closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        UUID others = asked(fields(young));
        UUID own = UUID.randomUUID();
        hub.in(() -> {
            EnquiryId like = hub.book.reach(List.of(young.id())).iterator().next();
            EnquiryRow row = hub.ledger.lock(like).row();
            hub.ledger.open(new EnquiryRow(
                    bare,
                    row.area(),
                    "MH-" + bare.toString().substring(0, 8),
                    row.stage(),
                    row.purpose(),
                    row.rating(),
                    row.receivedAt(),
                    row.dueAt(),
                    0,
                    Optional.empty()));
            AccountStore.Kept of = store.find(others, hub.area.code(), AccountStore.State.ASKED, hub.clock.instant())
                    .orElseThrow();
            store.keep(
                    new AccountStore.Kept(
                            own,
                            of.area(),
                            of.state(),
                            of.user(),
                            of.entryId(),
                            of.subject(),
                            of.at(),
                            of.goesAt(),
                            Set.of(bare),
                            of.body()),
                    new AgencyId("exampleshire-council"));
            return true;
        });
        JdbcClient.create(hub.database.owner())
                .sql("delete from hub.enquiry where enquiry_id = :id")
                .param("id", bare.value())
                .update();
        assertThat(ids(unit)).contains(others).doesNotContain(own);
    }

    @Test
    void tellsWhatWasAskedUnderTheLawOfThenWithoutANameThatMaySayWhere() {
        EnquiryId id = closed(List.of(young), List.of());
        hub.in(() -> {
            asked(id, "exampleshire-police", "police-records", Purpose.S17, FieldKind.NAME);
            asked(id, "exampleshire-housing", "housing-by-hand", Purpose.S17, FieldKind.NAME, FieldKind.BIRTH_DATE);
            asked(id, "exampleshire-health", "pds", Purpose.S17, FieldKind.NAME, FieldKind.ADDRESS);
            return true;
        });
        SubjectAccounts.Opened opened = opened(young);
        assertThat(opened.text())
                .contains(
                        "Exampleshire Police\n  was given: your name\n  for: seeing whether a child needs help\n  under: A law\n",
                        "A housing organisation\n  was given: your date of birth; your name\n")
                .doesNotContain("Exampleshire NHS");
        assertThat(opened.leftOut())
                .extracting(SubjectAccounts.LeftOut::why)
                .containsExactly("it told where somebody is");
    }

    @Test
    void leavesOutAnEnquiryInWhichSomebodyWasAskedForMore() {
        EnquiryId id = closed(List.of(young), List.of(said(young, plain(DataClass.IDENTITY))));
        hub.in(() -> {
            asked(id, "exampleshire-police", "police-records", Purpose.S47, FieldKind.NAME);
            return true;
        });
        nothingTold(account(young));
    }

    private void asked(EnquiryId id, String agency, String source, Purpose purpose, FieldKind... fields) {
        AgencyId of = new AgencyId(agency);
        hub.ledger.append(
                id,
                of,
                new EnquiryFact.Asked(
                        QuestionId.random(hub.database.random),
                        of,
                        new SourceId(source),
                        hub.clock.instant(),
                        purpose,
                        "ASK-02",
                        List.of(young.id()),
                        Optional.of(new ToldInQuestion(
                                "A law", List.of(new ToldInQuestion.OfPerson(young.id(), Set.of(fields)))))));
    }

    @Test
    void logsAListOfRequestsAsALook() {
        accounts.ask(lead, hub.area, fields(young));
        assertThat(ids(unit)).isNotEmpty();
        assertThat(logged("OPENING")).contains("\"ACCOUNTS\"").doesNotContain(name(young));
    }

    private List<UUID> ids(SignedIn who) {
        return accounts.waiting(who, hub.area).stream()
                .map(SubjectAccounts.Waiting::id)
                .toList();
    }

    private String logged(String act) {
        return hub.database
                .app
                .sql("select entry from log_entry where act = :act order by seq desc limit 1")
                .param("act", act)
                .query((row, n) -> new String(row.getBytes("entry"), StandardCharsets.UTF_8))
                .single();
    }
}
