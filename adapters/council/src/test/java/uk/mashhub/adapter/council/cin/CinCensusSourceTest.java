package uk.mashhub.adapter.council.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;

class CinCensusSourceTest {
    private static final Upn UPN = new Upn("H999400116001");
    private static final String OPEN = "<CINreferralDate>2026-01-05</CINreferralDate><ReferralNFA>0</ReferralNFA>";

    @Test
    void findsAChildByPupilNumber() throws SourceUnavailable {
        Answer answer = Census.ask(Census.of(2026, Census.child(OPEN)), Census.asked("p-1", UPN));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.ANSWERED);
        assertThat(answer.people()).singleElement().satisfies(p -> {
            assertThat(p.key().value()).isEqualTo("p-1");
            assertThat(p.details().identifiers()).containsExactly(UPN, Census.local("L-1"));
            assertThat(p.details().names()).isEmpty();
        });
        assertThat(answer.reason()).isEqualTo(CinCensusSource.SEARCHED_BY_NUMBER);
    }

    @Test
    void findsAChildByCouncilNumberOfThisSourceOnly() throws SourceUnavailable {
        String xml = Census.of(2026, Census.child(OPEN));
        assertThat(Census.ask(xml, Census.asked("p", Census.local("L-1"))).kind())
                .isEqualTo(Answer.Kind.ANSWERED);
        LocalId elsewhere = new LocalId(new SourceId("police-records"), "L-1");
        assertThat(Census.ask(xml, Census.asked("p", elsewhere)).kind()).isEqualTo(Answer.Kind.NO_RECORD);
    }

    @Test
    void findsNobodyByDateOfBirth() throws SourceUnavailable {
        Answer answer = Census.ask(Census.of(2026, Census.child(OPEN)), Census.asked("p", new NhsNumber("9990000018")));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.NO_RECORD);
        assertThat(answer.reason()).isEqualTo(CinCensusSource.NO_NUMBER);
    }

    @Test
    void saysHowItSearchedWhetherOrNotItFound() throws SourceUnavailable {
        String xml = Census.of(2026, Census.child(OPEN));
        Answer none = Census.ask(xml, Census.asked("p", new Upn("U999400118002")));
        assertThat(none.kind()).isEqualTo(Answer.Kind.NO_RECORD);
        assertThat(none.reason())
                .isEqualTo(Census.ask(xml, Census.asked("p", UPN)).reason());
    }

    @Test
    void neverFindsAChildByAFormerPupilNumber() throws SourceUnavailable {
        String child = Census.child("<LAchildID>L-1</LAchildID><FormerUPN>H999400116001</FormerUPN>", OPEN);
        Answer answer = Census.ask(Census.of(2026, child), Census.asked("p", UPN));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.NO_RECORD);
        Answer byLocal = Census.ask(Census.of(2026, child), Census.asked("p", Census.local("L-1")));
        assertThat(byLocal.items().toString()
                        + byLocal.items().stream().map(Census::values).toList())
                .doesNotContain("H999400116001");
    }

    @Test
    void tellsAnOpenCase() throws SourceUnavailable {
        assertThat(statusOf(OPEN)).isEqualTo(CinCensusSource.OPEN_CASE);
        assertThat(statusOf("<CINreferralDate>2026-01-05</CINreferralDate><ReferralNFA>1</ReferralNFA>"
                        + "<ChildProtectionPlans><CPPstartDate>2026-01-09</CPPstartDate></ChildProtectionPlans>"))
                .isEqualTo(CinCensusSource.OPEN_CASE);
    }

    @Test
    void callsNoCaseOpenThatMayBeClosed() throws SourceUnavailable {
        assertThat(statusOf(OPEN + "<CINclosureDate>2026-02-01</CINclosureDate>"))
                .isEqualTo("CLOSED");
        assertThat(statusOf(OPEN + "<CINclosureDate>last spring</CINclosureDate>"))
                .isEqualTo("CLOSED");
        assertThat(statusOf(OPEN + "<ReasonForClosure>RC7</ReasonForClosure>")).isEqualTo("CLOSED");
        assertThat(statusOf("<ReferralNFA>true</ReferralNFA>")).isEqualTo("NO_FURTHER_ACTION");
        assertThat(statusOf("<ReferralNFA>?</ReferralNFA>")).isEqualTo("UNKNOWN");
    }

    @Test
    void callsNoCaseOpenOfAChildWhoDied() throws SourceUnavailable {
        String child = Census.child("<LAchildID>L-1</LAchildID><PersonDeathDate>2026-02-01</PersonDeathDate>", OPEN);
        Answer answer = Census.ask(Census.of(2026, child), Census.asked("p", Census.local("L-1")));
        assertThat(status(answer)).isEqualTo("UNKNOWN");
    }

    private static String statusOf(String details) throws SourceUnavailable {
        return status(Census.ask(Census.of(2026, Census.child(details)), Census.asked("p", UPN)));
    }

    private static String status(Answer answer) {
        return Census.items(answer, DataClass.INVOLVEMENT).stream()
                .flatMap(i -> i.fields().stream())
                .filter(f -> f.kind() == FieldKind.STATUS && f.label().equals("Case status"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void keepsAParentsIllnessApartFromTheChilds() throws SourceUnavailable {
        Answer answer = Census.ask(
                Census.of(2026, Census.child(OPEN + assessment("4A", "4B", "2B", "3A", "99Z"))),
                Census.asked("p", UPN));
        assertThat(Census.values(Census.items(answer, DataClass.CHILD_HEALTH).get(0)))
                .containsExactly("Factor found at assessment: the child's mental health");
        assertThat(Census.values(
                        Census.items(answer, DataClass.PARENT_HEALTH_TREATMENT).get(0)))
                .hasSize(2);
        assertThat(Census.items(answer, DataClass.DOMESTIC_ABUSE_INCIDENT)).hasSize(1);
        assertThat(Census.values(Census.items(answer, DataClass.UNKNOWN).get(0)))
                .containsExactly("Factor found at assessment: 99Z");
        assertThat(answer.unknownTerms()).extracting("original").containsExactly("99Z");
    }

    @Test
    void marksSexualAbuseAsAComplainants() throws SourceUnavailable {
        Answer answer =
                Census.ask(Census.of(2026, Census.child(OPEN + assessment("16A", "19B"))), Census.asked("p", UPN));
        assertThat(Census.items(answer, DataClass.ALLEGATION))
                .hasSize(2)
                .filteredOn(i -> i.labels().statutes().contains(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT))
                .singleElement()
                .satisfies(i -> assertThat(Census.values(i).get(0)).contains("another child"));
    }

    @Test
    void hidesWhoReferredWhereItIsNoAgency() throws SourceUnavailable {
        Answer answer = Census.ask(
                Census.of(2026, Census.child(OPEN + "<ReferralSource>1A</ReferralSource>")), Census.asked("p", UPN));
        assertThat(Census.items(answer, DataClass.THIRD_PARTY_IDENTITY)).hasSize(1);
    }

    @Test
    void flagsWhatWasBeforeAnAdoption() throws SourceUnavailable {
        String adopted = "<CINreferralDate>2020-01-01</CINreferralDate><CINclosureDate>2022-06-01</CINclosureDate>"
                + "<ReasonForClosure>RC1</ReasonForClosure></CINdetails><CINdetails>";
        Answer answer = Census.ask(Census.of(2026, Census.child(adopted + OPEN)), Census.asked("p", UPN));
        List<SourceItem> cases = Census.items(answer, DataClass.INVOLVEMENT);
        assertThat(cases.get(0).labels().statutes()).containsExactly(StatuteFlag.ADOPTION);
        assertThat(cases.get(1).labels().statutes()).isEmpty();
    }

    @Test
    void flagsEverythingWhenTheDayOfAnAdoptionIsNotKnown() throws SourceUnavailable {
        String adopted = "<CINreferralDate>2020-01-01</CINreferralDate><ReasonForClosure>RC1</ReasonForClosure>"
                + "</CINdetails><CINdetails>";
        Answer answer = Census.ask(Census.of(2026, Census.child(adopted + OPEN)), Census.asked("p", UPN));
        assertThat(Census.items(answer, DataClass.INVOLVEMENT))
                .hasSize(2)
                .allSatisfy(i -> assertThat(i.labels().statutes()).containsExactly(StatuteFlag.ADOPTION));
    }

    @Test
    void tellsOfSeveralChildrenWithOneNumberUnderKeysOfTheirOwn() throws SourceUnavailable {
        Answer answer = Census.ask(Census.of(2026, Census.twoWithOneNumber()), Census.asked("p", UPN));
        assertThat(answer.candidates())
                .extracting(c -> c.key().value() + " may be " + c.of().value())
                .containsExactly("census/1 may be p", "census/2 may be p");
        assertThat(answer.items())
                .flatExtracting(SourceItem::subjects)
                .extracting(s -> s.person().value())
                .contains("census/1", "census/2")
                .doesNotContain("p");
    }

    @Test
    void tellsOnceOfAChildWhoMayBeTwoOfThoseAskedAbout() throws SourceUnavailable {
        Answer answer =
                Census.ask(Census.of(2026, Census.twoWithOneNumber()), Census.asked("p", UPN), Census.asked("q", UPN));
        assertThat(answer.people()).extracting(ContactPerson::key).doesNotHaveDuplicates();
        assertThat(ids(answer)).doesNotHaveDuplicates();
        assertThat(answer.candidates()).hasSize(4);
    }

    @Test
    void givesTheSameRecordTheSameIdInTheNextCensus() throws SourceUnavailable {
        String older = Census.child(
                "<CINreferralDate>2024-01-01</CINreferralDate><CINclosureDate>2024-02-01</CINclosureDate>");
        String newer = older.replace("</Child>", "<CINdetails>" + OPEN + "</CINdetails></Child>");
        List<String> before = ids(Census.ask(Census.of(2025, older), Census.asked("p", UPN)));
        List<String> after = ids(Census.ask(Census.of(2026, newer), Census.asked("q", UPN)));
        assertThat(after).containsAll(before).doesNotHaveDuplicates().hasSizeGreaterThan(before.size());
    }

    @Test
    void countsRecordsOfOneDay() throws SourceUnavailable {
        String two = OPEN + "</CINdetails><CINdetails>" + OPEN;
        assertThat(ids(Census.ask(Census.of(2026, Census.child(two)), Census.asked("p", UPN))))
                .contains("L-1/episode/2026-01-05", "L-1/episode/2026-01-05#2")
                .doesNotHaveDuplicates();
    }

    @Test
    void readsANewFileAtTheNextQuestion() throws SourceUnavailable {
        List<byte[]> file = new ArrayList<>(List.of(Census.bytes(Census.of(2025, ""))));
        CinCensusSource source = new CinCensusSource(Census.SOURCE, pattern -> Optional.of(file.get(0)));
        assertThat(source.ask(Census.question(Census.asked("p", UPN))).kind()).isEqualTo(Answer.Kind.NO_RECORD);
        file.set(0, Census.bytes(Census.of(2026, Census.child(OPEN))));
        assertThat(source.ask(Census.question(Census.asked("p", UPN))).kind()).isEqualTo(Answer.Kind.ANSWERED);
    }

    @Test
    void isUnavailableWhenTheNewestFileIsOfAnotherYear() {
        List<byte[]> file = new ArrayList<>(List.of(Census.bytes(Census.of(2026, Census.child(OPEN)))));
        CinCensusSource source = new CinCensusSource(Census.SOURCE, pattern -> Optional.of(file.get(0)));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> source.ask(Census.question(Census.asked("p", UPN)))))
                .isNull();
        file.set(0, Census.bytes(Census.of(2027, Census.child(OPEN))));
        assertThatThrownBy(() -> source.ask(Census.question(Census.asked("p", UPN))))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("WRONG_VERSION")
                .hasMessageContaining("line 1");
    }

    @Test
    void isUnavailableWithoutAFile() {
        CinCensusSource source = new CinCensusSource(Census.SOURCE, pattern -> Optional.empty());
        assertThatThrownBy(() -> source.ask(Census.question(Census.asked("p", UPN))))
                .isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void asksForCensusFilesOnly() throws SourceUnavailable {
        List<String> patterns = new ArrayList<>();
        new CinCensusSource(Census.SOURCE, pattern -> {
                    patterns.add(pattern);
                    return Optional.of(Census.bytes(Census.of(2026, "")));
                })
                .ask(Census.question());
        assertThat("CIN_Census_2026.xml").matches(patterns.get(0));
        assertThat("CIN_Census_2026.xml.rejected").doesNotMatch(patterns.get(0));
    }

    @Test
    void findsEveryChildOfTheSampleByItsCouncilNumber() throws SourceUnavailable, Unreadable {
        byte[] file = Census.shared("4-council-education/d2i-cin/fake_CIN_100.xml");
        CinCensusSource source = Census.source(file);
        for (String line : new String(Census.shared("4-council-education/d2i-cin/expect.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) {
            String number = line.substring(0, line.indexOf(','));
            Answer answer = source.ask(Census.question(Census.asked("p", Census.local(number))));
            assertThat(answer.kind()).as(number).isEqualTo(Answer.Kind.ANSWERED);
            assertThat(ids(answer)).as(number).doesNotHaveDuplicates();
            assertThat(answer.people().get(0).details().identifiers()).contains(Census.local(number));
        }
    }

    private static List<String> ids(Answer answer) {
        return answer.items().stream().map(SourceItem::recordId).toList();
    }

    private static String assessment(String... factors) {
        StringBuilder xml = new StringBuilder("<Assessments><AssessmentActualStartDate>2026-01-06"
                + "</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>");
        for (String factor : factors) {
            xml.append("<AssessmentFactors>").append(factor).append("</AssessmentFactors>");
        }
        return xml + "</FactorsIdentifiedAtAssessment></Assessments>";
    }
}
