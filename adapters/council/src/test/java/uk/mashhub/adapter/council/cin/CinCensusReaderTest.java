package uk.mashhub.adapter.council.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.council.cin.CinCode.CodeList;
import uk.mashhub.model.vocabulary.Sex;

class CinCensusReaderTest {
    private static final String SAMPLES = "4-council-education/";
    private static final Map<String, CodeList> XSD_TYPES = Map.of(
            "referralsourcetype", CodeList.REFERRAL_SOURCE,
            "primaryneedcodetype", CodeList.PRIMARY_NEED,
            "reasonforclosuretype", CodeList.CLOSURE,
            "disabilitytype", CodeList.DISABILITY,
            "categoryofabusetype", CodeList.ABUSE,
            "assessmentfactorstype", CodeList.FACTOR);

    @Test
    void readsAllHundredChildrenAsExpected() throws Unreadable {
        List<CinChild> children = CinCensusReader.read(Census.shared(SAMPLES + "d2i-cin/fake_CIN_100.xml"))
                .children();
        List<String> expected = new String(Census.shared(SAMPLES + "d2i-cin/expect.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
        assertThat(children.stream().map(CinCensusReaderTest::asCsv)).containsExactlyElementsOf(expected);
    }

    /** la_child_id,upn,upn_check,dob,expected_dob,sex,episodes,section47,cp_plans,cp_plans_open,death_date */
    private static String asCsv(CinChild c) {
        // The sample has no expected dates of birth; sexes are GenderCurrent codes, of which 0 reads as not known.
        String sex = switch (c.sex()) {
            case MALE -> "1";
            case FEMALE -> "2";
            case OTHER -> "9";
            case UNKNOWN -> "0";
        };
        List<CinEpisode.ProtectionPlan> plans =
                c.episodes().stream().flatMap(e -> e.protectionPlans().stream()).toList();
        return String.join(
                ",",
                c.localNumber(),
                c.upnWritten(),
                c.upn().isPresent() ? "valid" : "invalid",
                c.birthDate().map(b -> b.date().toString()).orElse(""),
                "",
                sex,
                "" + c.episodes().size(),
                "" + c.episodes().stream().mapToInt(e -> e.enquiries().size()).sum(),
                "" + plans.size(),
                "" + plans.stream().filter(p -> !p.ended()).count(),
                c.diedOn().map(LocalDate::toString).orElse(""));
    }

    @Test
    void keepsAWrongPupilNumberAsATerm() throws Unreadable {
        CinChild child = CinCensusReader.read(Census.shared(SAMPLES + "liia/BAR_cin_2022.xml"))
                .children()
                .get(0);
        assertThat(child.upn()).isEmpty();
        assertThat(child.unknownTerms()).extracting("original").contains("A123456789123");
        assertThat(child.sex()).isEqualTo(Sex.MALE);
        assertThat(child.disabilities()).containsExactly("HAND", "HEAR");
        CinEpisode episode = child.episodes().get(0);
        assertThat(episode.noFurtherAction()).contains(false);
        assertThat(episode.assessments().get(0).factors()).containsExactly("2A", "2B");
        assertThat(episode.enquiries().get(0).conferenceOn()).contains(LocalDate.of(1970, 2, 11));
        assertThat(episode.protectionPlans().get(0).reviews()).containsExactly(LocalDate.of(1971, 2, 15));
    }

    @Test
    void knowsEveryCodeOfEveryYearsSchema() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        Assumptions.assumeTrue(shared != null, "set MASH_SHARED_DATA to compare with the schemas");
        try (Stream<Path> files = Files.list(Path.of(shared, SAMPLES + "liia"))) {
            List<Path> schemas =
                    files.filter(f -> f.toString().endsWith(".xsd")).toList();
            assertThat(schemas).hasSizeGreaterThanOrEqualTo(4);
            for (Path schema : schemas) {
                String xsd = Files.readString(schema);
                XSD_TYPES.forEach((type, list) -> assertThat(codes(xsd, type))
                        .as(type)
                        .isNotEmpty()
                        .allSatisfy(code -> assertThat(CinCode.of(list, code).known())
                                .as(code)
                                .isTrue()));
            }
        }
    }

    private static List<String> codes(String xsd, String type) {
        Matcher of = Pattern.compile("<xs:simpleType name=\"" + type + "\">(.*?)</xs:simpleType>", Pattern.DOTALL)
                .matcher(xsd);
        assertThat(of.find()).as(type).isTrue();
        return Pattern.compile("enumeration value=\"([^\"]*)\"")
                .matcher(of.group(1))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void readsTheYearsFrom2022To2026AndNoOther() throws Unreadable {
        for (int year = 2022; year <= 2026; year++) {
            assertThat(Census.read(Census.of(year, Census.child(""))).children())
                    .hasSize(1);
        }
        refuses(Census.of(2021, ""), Fault.WRONG_VERSION);
        refuses(Census.of(2027, ""), Fault.WRONG_VERSION);
        refuses("<Message><Header/><Children/></Message>", Fault.WRONG_VERSION);
        refuses("<Message><Children/></Message>", Fault.WRONG_VERSION);
        refuses(Census.of(2026, "").replace(">CIN<", ">CLA<"), Fault.WRONG_VERSION);
    }

    @Test
    void readsSexUnderBothNames() throws Unreadable {
        assertThat(sexOf("<GenderCurrent>2</GenderCurrent>")).isEqualTo(Sex.FEMALE);
        assertThat(sexOf("<Sex>F</Sex>")).isEqualTo(Sex.FEMALE);
        assertThat(sexOf("<Sex>U</Sex>")).isEqualTo(Sex.UNKNOWN);
        assertThat(sexOf("<Sex>X</Sex>")).isEqualTo(Sex.UNKNOWN);
    }

    private static Sex sexOf(String element) throws Unreadable {
        return Census.read(Census.of(2026, Census.child(element, "")))
                .children()
                .get(0)
                .sex();
    }

    @Test
    void readsBooleansInWordsAndInDigits() throws Unreadable {
        assertThat(nfaOf("1")).contains(true);
        assertThat(nfaOf("true")).contains(true);
        assertThat(nfaOf("0")).contains(false);
        assertThat(nfaOf("false")).contains(false);
        assertThat(nfaOf("perhaps")).isEmpty();
    }

    private static Optional<Boolean> nfaOf(String value) throws Unreadable {
        return Census.read(Census.of(2022, Census.child("<ReferralNFA>" + value + "</ReferralNFA>")))
                .children()
                .get(0)
                .episodes()
                .get(0)
                .noFurtherAction();
    }

    @Test
    void keepsWhatDoesNotBelong() throws Unreadable {
        CinChild child = Census.read(Census.of(
                        2026,
                        Census.child("stray<CINreferralDate>2026-13-01</CINreferralDate><NewIn2027>x</NewIn2027>"
                                + "<PrimaryNeedCode>N77</PrimaryNeedCode><CINclosureDate>2020-01-01</CINclosureDate>"
                                + "<CINclosureDate>2021-01-01</CINclosureDate>")))
                .children()
                .get(0);
        assertThat(child.unknownTerms())
                .extracting("original")
                .containsExactlyInAnyOrder("stray", "2026-13-01", "x", "N77", "2021-01-01");
    }

    @Test
    void notesAnEndBeforeItsBeginning() throws Unreadable {
        CinChild child = Census.read(Census.of(
                        2026,
                        Census.child("<CINreferralDate>2025-05-01</CINreferralDate>"
                                + "<CINclosureDate>2025-04-01</CINclosureDate>")))
                .children()
                .get(0);
        assertThat(child.unknownTerms()).extracting("original").containsExactly("2025-04-01");
    }

    @Test
    void takesATimeWithoutOffsetForEnglishTime() throws Unreadable {
        String xml = Census.of(2022, "")
                .replace("</Header>", "<Source><DateTime>2022-05-23T11:14:05</DateTime></Source></Header>");
        assertThat(Census.read(xml).writtenAt()).contains(Instant.parse("2022-05-23T10:14:05Z"));
    }

    @Test
    void refusesDocumentTypesEntitiesAndBombs() {
        String xml = Census.of(2026, Census.child(""));
        refuses("<!DOCTYPE Message>" + xml, Fault.FORBIDDEN_CONSTRUCT);
        refuses(
                "<!DOCTYPE Message [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + xml.replace("L-1", "&e;"),
                Fault.FORBIDDEN_CONSTRUCT);
        for (String attack : List.of(
                "5-nasty/defusedxml/xmlbomb.xml",
                "5-nasty/defusedxml/external.xml",
                "5-nasty/defusedxml/dtd.xml",
                "5-nasty/payloads/Classic_XXE.xml")) {
            assertThat(refusal(Census.shared(attack))).as(attack).isPresent();
        }
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(refusal(new byte[Received.LARGEST_MESSAGE + 1]).map(Unreadable::fault))
                .contains(Fault.TOO_LARGE);
        refuses(Census.of(2026, Census.child("<a>".repeat(5000) + "</a>".repeat(5000))), Fault.TOO_LARGE);
        refuses(Census.of(2026, Census.child("<a/>".repeat(5000))), Fault.TOO_LARGE);
        refuses(Census.of(2026, Census.child("a".repeat(5000))), Fault.TOO_LARGE);
    }

    @Test
    void refusesWhatIsNoCensus() {
        refuses("", Fault.MALFORMED);
        refuses("{}", Fault.MALFORMED);
        refuses("<html/>", Fault.NOT_VALID);
        refuses(Census.of(2026, "<Person/>"), Fault.NOT_VALID);
        refuses(Census.of(2026, "") + "<more/>", Fault.MALFORMED);
    }

    @Test
    void readsOrRefusesWhateverIsCutOrScratched() throws Unreadable {
        byte[] xml = Census.bytes(Census.of(2026, Census.child("<CINreferralDate>2025-05-01</CINreferralDate>")));
        for (int length = 0; length < xml.length; length++) {
            assertThat(refusal(Arrays.copyOf(xml, length)))
                    .as("cut after " + length)
                    .isPresent();
        }
        long seed = 20_260_331L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] copy = xml.clone();
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            // Anything but Unreadable fails here.
            assertThat(refusal(copy).map(e -> e.place() + e.reason()).orElse(""))
                    .as("seed " + seed + ", variant " + i)
                    .doesNotContain("H999400116001");
        }
    }

    /** The parser of the JDK does, if it is let: with words of the document. */
    @Test
    void printsNothing() {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            byte[] xml = Census.bytes(Census.of(2026, Census.child("")));
            for (int at = 0; at < xml.length; at++) {
                for (int value : new int[] {0, '<', '&', 0x80, 0xE2, 0xFF}) {
                    byte[] copy = xml.clone();
                    copy[at] = (byte) value;
                    refusal(copy);
                }
            }
        } finally {
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void readsTheEncodingsThatCouncilsUse() throws Unreadable {
        String xml = Census.of(2026, Census.child("")).replace("L-1", "L-é");
        for (String name : List.of("UTF-8", "ISO-8859-1", "windows-1252")) {
            byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + xml).getBytes(Charset.forName(name));
            assertThat(CinCensusReader.read(bytes).children().get(0).localNumber())
                    .isEqualTo("L-é");
        }
        assertThat(CinCensusReader.read(xml.getBytes(StandardCharsets.UTF_16)).children())
                .hasSize(1);
        assertThat(refusal(xml.getBytes(StandardCharsets.ISO_8859_1)).map(Unreadable::fault))
                .contains(Fault.MALFORMED);
    }

    private static void refuses(String xml, Fault fault) {
        assertThat(refusal(Census.bytes(xml)).map(Unreadable::fault)).as(xml).contains(fault);
    }

    private static Optional<Unreadable> refusal(byte[] xml) {
        return Optional.ofNullable(catchThrowableOfType(Unreadable.class, () -> CinCensusReader.read(xml)));
    }
}
