package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.police.records.PoliceFixture.asked;
import static uk.mashhub.adapter.police.records.PoliceFixture.daniel;
import static uk.mashhub.adapter.police.records.PoliceFixture.grace;
import static uk.mashhub.adapter.police.records.PoliceFixture.item;
import static uk.mashhub.adapter.police.records.PoliceFixture.karim;
import static uk.mashhub.adapter.police.records.PoliceFixture.leila;
import static uk.mashhub.adapter.police.records.PoliceFixture.maya;
import static uk.mashhub.adapter.police.records.PoliceFixture.noor;
import static uk.mashhub.adapter.police.records.PoliceFixture.person;
import static uk.mashhub.adapter.police.records.PoliceFixture.una;
import static uk.mashhub.adapter.police.records.PoliceFixture.values;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class RecordsSystemSourceTest {
    private static PoliceFixture police;

    @BeforeAll
    static void start() {
        police = new PoliceFixture();
    }

    @AfterAll
    static void stop() {
        police.close();
    }

    private static List<SafetyFlag> flags(Answer answer, String key) {
        return person(answer, key).flags().stream().map(PersonFlag::flag).toList();
    }

    @Test
    void readsWhatPoliceHoldOfAFamily() throws SourceUnavailable {
        Answer answer = police.ask(maya(), grace(), daniel());
        assertThat(answer.items())
                .extracting(i -> i.labels().dataClass())
                .contains(
                        DataClass.IDENTITY,
                        DataClass.LOCATION,
                        DataClass.DOMESTIC_ABUSE_INCIDENT,
                        DataClass.ALLEGATION,
                        DataClass.INTELLIGENCE)
                .doesNotContain(DataClass.UNKNOWN);
        assertThat(answer.items())
                .allSatisfy(i -> assertThat(i.labels().regime()).isEqualTo(Regime.DPA_PART_3));
        assertThat(item(answer, "involvement/iv_51c0aa17").fields())
                .anyMatch(f -> f.label().equals("Status") && f.value().equals("NFA"));
        assertThat(answer.unknownTerms()).isEmpty();
    }

    @Test
    void readsAnIncidentOfThreePeopleOnce() throws SourceUnavailable {
        Answer answer = police.ask(maya(), grace(), daniel());
        SourceItem incident = item(answer, "incident/in_90be3341");
        assertThat(incident.eventKey()).contains("42EX/0001234/26");
        assertThat(incident.subjects())
                .extracting(s -> s.person().value() + " " + s.role())
                .containsExactly("k-grace VICTIM", "k-daniel ALLEGED_PERPETRATOR", "k-maya INDEX_CHILD");
        assertThat(answer.items())
                .extracting(SourceItem::recordId)
                .filteredOn("incident/in_90be3341"::equals)
                .hasSize(1);
    }

    @Test
    void linksTheSuspectAsPerpetrator() throws SourceUnavailable {
        Answer answer = police.ask(maya(), grace(), daniel());
        assertThat(person(answer, "k-daniel").roles()).contains(SubjectRole.ALLEGED_PERPETRATOR);
        assertThat(flags(answer, "k-daniel")).contains(SafetyFlag.PERPETRATOR_LINKED, SafetyFlag.RISK_TO_STAFF);
        assertThat(flags(answer, "k-grace")).doesNotContain(SafetyFlag.PERPETRATOR_LINKED);
    }

    @Test
    void gradesIntelligence() throws SourceUnavailable {
        Answer answer = police.ask(daniel());
        SourceItem conditional = item(answer, "intelligence/il_c2710f44");
        assertThat(conditional.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(conditional.labels().handling().text()).contains("written agreement");
        assertThat(item(answer, "intelligence/il_c2710f45").labels().grade().handling())
                .isEqualTo(HandlingCode.P);
        assertThat(item(answer, "intelligence/il_c2710f45").labels().nature()).isEqualTo(Nature.INTELLIGENCE);
    }

    @Test
    void tellsOfBystandersTheirPartAndNotTheirName() throws SourceUnavailable {
        Answer answer = police.ask(maya());
        String all = new String(ModelJson.write(answer), StandardCharsets.UTF_8);
        assertThat(person(answer, "record/pr_7f3a03d7f0").roles()).contains(SubjectRole.ALLEGED_PERPETRATOR);
        assertThat(flags(answer, "record/pr_7f3a03d7f0")).contains(SafetyFlag.PERPETRATOR_LINKED);
        assertThat(person(answer, "record/pr_7f3a03d7f0").details().names()).isEmpty();
        assertThat(all).doesNotContain("Harrow").doesNotContain("1985-11-21").doesNotContain("Grace");
    }

    @Test
    void leavesOutWhatIsAboutNobodyWhoWasAskedAbout() throws SourceUnavailable {
        assertThat(police.ask(maya()).items())
                .extracting(SourceItem::recordId)
                .noneMatch(id -> id.startsWith("intelligence/") || id.startsWith("involvement/"));
    }

    @Test
    void leavesOutTheWordsOfAChildNobodyAskedAbout() throws SourceUnavailable {
        assertThat(police.ask(daniel()).items())
                .allSatisfy(i -> assertThat(i.subjects())
                        .extracting(s -> s.person().value())
                        .contains("k-daniel"))
                .noneMatch(i -> i.recordId().contains("/voice/"));
    }

    @Test
    void flagsEverybodyAtTheRefuge() throws SourceUnavailable {
        Answer answer = police.ask(leila(), noor(), karim());
        assertThat(flags(answer, "k-leila")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(answer, "k-noor")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(answer, "k-karim")).containsExactly(SafetyFlag.PERPETRATOR_LINKED);
    }

    @Test
    void tellsOfTheRefugeInFreeTextAtMostWhereOnlyHeIsAskedAbout() throws SourceUnavailable {
        Answer answer = police.ask(karim());
        assertThat(answer.items())
                .flatExtracting(SourceItem::fields)
                .filteredOn(f -> f.value().contains("Hidden Lane") || f.value().contains("Lantern"))
                .hasSize(3)
                .allSatisfy(f -> assertThat(f.kind().freeText()).isTrue());
        assertThat(new String(ModelJson.write(answer), StandardCharsets.UTF_8)).doesNotContain("ZZ9 9XY");
    }

    @Test
    void namesTheOtherForceAndAsksIt() throws SourceUnavailable {
        SourceItem caution = item(police.ask(karim()), "involvement/iv_77de0102");
        assertThat(caution.originator()).contains(new AgencyId("otherland-constabulary"));
        assertThat(caution.labels().handling().conditions()).contains(HandlingCondition.CONSULT_ORIGINATOR);
        assertThat(caution.labels().dataClass()).isEqualTo(DataClass.CONVICTION_ORDER_BAIL);
    }

    @Test
    void keepsTheDateOfBirthThatPoliceHave() throws SourceUnavailable {
        Answer answer = police.ask(asked("k-ruby", "Ruby", "Madeup", "2015-07-03", new NhsNumber("9990000093")));
        assertThat(person(answer, "k-ruby").details().birthDate())
                .contains(new BirthDate(LocalDate.of(2015, 3, 7), BirthDate.Accuracy.UNCERTAIN));
    }

    @Test
    void bringsTheRecordsOfACandidateUnderItsOwnKey() throws SourceUnavailable {
        Answer answer = police.ask(asked("k-ruby", "Ruby", "Madeup", "2015-07-03"));
        PersonKey record = new PersonKey("record/pr_d90c01ee77");
        assertThat(answer.candidates()).containsExactly(new Answer.Candidate(record, new PersonKey("k-ruby")));
        assertThat(item(answer, "person/pr_d90c01ee77/identity").fields())
                .anyMatch(f -> f.value().equals("2015-03-07"));
        assertThat(values(item(answer, "incident/in_5c5c1188/account/1"))).contains("bus station");
        assertThat(answer.items())
                .flatExtracting(SourceItem::subjects)
                .extracting(s -> s.person())
                .containsOnly(record);
        assertThat(answer.households()).isEmpty();
    }

    @Test
    void returnsATieAsCandidatesEachWithRecordsOfItsOwn() throws SourceUnavailable {
        Answer answer = police.ask(asked("k-sam", "Sam", "Duplicate", "1979-05-05"));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.ANSWERED);
        assertThat(answer.people())
                .extracting(ContactPerson::key)
                .containsExactlyInAnyOrder(
                        new PersonKey("record/pr_e10001ab01"), new PersonKey("record/pr_e10002ab02"));
        assertThat(answer.people())
                .allSatisfy(p -> assertThat(p.details().names()).hasSize(1));
        assertThat(answer.candidates())
                .extracting(c -> c.key().value() + " " + c.of().value())
                .containsExactlyInAnyOrder("record/pr_e10001ab01 k-sam", "record/pr_e10002ab02 k-sam");
        assertThat(flags(answer, "record/pr_e10002ab02")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(item(answer, "person/pr_e10002ab02/address/1").subjects())
                .extracting(s -> s.person().value())
                .containsExactly("record/pr_e10002ab02");
        assertThat(answer.households()).isEmpty();
    }

    @Test
    void keepsAProtectedPersonsRecordsMarkedAndTheirRegistersSilent() throws SourceUnavailable {
        Answer answer = police.ask(asked("k-petra", "Petra", "Contrived", "1975-10-10", new NhsNumber("9990000115")));
        assertThat(flags(answer, "k-petra")).contains(SafetyFlag.PROTECTED_PERSON, SafetyFlag.UNKNOWN);
        assertThat(answer.items())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.labels().statutes()).contains(StatuteFlag.WITNESS_PROTECTION));
        assertThat(answer.unknownTerms()).extracting(UnknownTerm::original).containsExactly("CRAVES_SUGAR");
        assertThat(new String(ModelJson.write(answer), StandardCharsets.UTF_8)).doesNotContainIgnoringCase("visor");
    }

    @Test
    void takesWhatItDoesNotKnowAsUnknown() throws SourceUnavailable {
        Answer answer = police.ask(una());
        assertThat(item(answer, "involvement/iv_e2").labels().dataClass()).isEqualTo(DataClass.UNKNOWN);
        SourceItem embargoed = item(answer, "involvement/iv_e3");
        assertThat(embargoed.labels().dataClass()).isEqualTo(DataClass.UNKNOWN);
        assertThat(embargoed.unknownTerms()).extracting(UnknownTerm::original).containsExactly("embargo");
        assertThat(answer.unknownTerms()).extracting(UnknownTerm::original).containsExactly("9990000124");
    }

    @Test
    void marksAComplainantOfASexualOffence() throws SourceUnavailable {
        Answer answer = police.ask(una());
        assertThat(answer.items())
                .allSatisfy(i -> assertThat(i.labels().statutes()).contains(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT));
        assertThat(person(answer, "record/pr_e10006zz98").roles()).containsExactly(SubjectRole.WITNESS);
    }

    @Test
    void keepsNothingThatLeadsToACovertSource() throws SourceUnavailable {
        SourceItem log = item(police.ask(una()), "intelligence/il_e1");
        assertThat(log.labels().handling().conditions())
                .contains(HandlingCondition.SOURCE_PROTECTED, HandlingCondition.CONSULT_ORIGINATOR);
        assertThat(log.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(values(log)).doesNotContain("Handler");
    }

    @Test
    void dropsASecretRecordAndLeavesASignForTheForcesReviewer() throws SourceUnavailable {
        Answer answer = police.ask(una());
        assertThat(new String(ModelJson.write(answer), StandardCharsets.UTF_8)).doesNotContain("Never to be kept");
        SourceItem sign = item(answer, "intelligence/il_e2/not-kept");
        assertThat(sign.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(sign.labels().dataClass()).isEqualTo(DataClass.INTELLIGENCE);
        assertThat(answer.items())
                .allSatisfy(
                        i -> assertThat(i.labels().classification().mayBeHeld()).isTrue());
    }

    @Test
    void survivesTheWire() throws SourceUnavailable {
        Answer answer = police.ask(leila(), noor(), karim());
        assertThat(ModelJson.read(ModelJson.write(answer), Answer.class)).isEqualTo(answer);
    }
}
