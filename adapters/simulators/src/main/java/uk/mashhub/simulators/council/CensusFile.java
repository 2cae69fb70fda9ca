package uk.mashhub.simulators.council;

import java.time.LocalDate;
import java.util.List;

/** Writes a CIN census return as council systems do: the elements of the DfE schema of its year, in their order. */
final class CensusFile {
    private static final int NEWEST_SCHEMA = 2026;

    private final LocalDate referenceDate;
    private final StringBuilder xml = new StringBuilder();

    private CensusFile(LocalDate referenceDate) {
        this.referenceDate = referenceDate;
    }

    /** The last 31 March that has passed, of a year whose schema exists. */
    static LocalDate referenceDate(LocalDate today) {
        LocalDate march = LocalDate.of(today.getYear(), 3, 31);
        int year = march.isAfter(today) ? today.getYear() - 1 : today.getYear();
        return march.withYear(Math.min(NEWEST_SCHEMA, year));
    }

    /** The whole document; every value is the simulator's own and needs no escaping. */
    static String of(LocalDate referenceDate, List<CensusChild> children) {
        CensusFile file = new CensusFile(referenceDate);
        file.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n");
        file.header();
        file.xml.append("  <Children>\n");
        children.forEach(file::child);
        file.xml.append("  </Children>\n</Message>\n");
        return file.xml.toString();
    }

    private void header() {
        xml.append("""
                  <Header>
                    <CollectionDetails>
                      <Collection>CIN</Collection>
                      <Year>%d</Year>
                      <ReferenceDate>%s</ReferenceDate>
                    </CollectionDetails>
                    <Source>
                      <SourceLevel>L</SourceLevel>
                      <LEA>999</LEA>
                      <SoftwareCode>Exampleshire case system</SoftwareCode>
                      <Release>1</Release>
                      <SerialNo>001</SerialNo>
                      <DateTime>%sT06:00:00</DateTime>
                    </Source>
                  </Header>
                """.formatted(referenceDate.getYear(), referenceDate, referenceDate));
    }

    private void child(CensusChild c) {
        String sex = referenceDate.getYear() < 2025
                ? "<GenderCurrent>" + (c.sex().equals("M") ? 1 : 2) + "</GenderCurrent>"
                : "<Sex>" + c.sex() + "</Sex>";
        xml.append("    <Child>\n      <ChildIdentifiers>\n        <LAchildID>")
                .append(c.localNumber())
                .append("</LAchildID>\n        <UPN>")
                .append(c.upn())
                .append("</UPN>\n        <PersonBirthDate>")
                .append(c.birthDate())
                .append("</PersonBirthDate>\n        ")
                .append(sex)
                .append(
                        "\n      </ChildIdentifiers>\n      <ChildCharacteristics>\n        <Ethnicity>NOBT</Ethnicity>\n")
                .append("      </ChildCharacteristics>\n      <CINdetails>\n");
        episode(c);
        xml.append("      </CINdetails>\n    </Child>\n");
    }

    private void episode(CensusChild c) {
        element("CINreferralDate", day(c.referred()));
        element("ReferralSource", "2A");
        element("PrimaryNeedCode", c.need());
        if (c.closed() >= 0) {
            element("CINclosureDate", day(c.closed()));
            element("ReasonForClosure", "RC8");
        }
        xml.append("        <Assessments>\n");
        element("AssessmentActualStartDate", day(c.referred() - 2));
        element("AssessmentAuthorisationDate", day(c.referred() - 30));
        xml.append("        <FactorsIdentifiedAtAssessment>\n");
        element("AssessmentFactors", c.need().equals("N1") ? "3B" : "4B");
        xml.append("        </FactorsIdentifiedAtAssessment>\n        </Assessments>\n");
        if (c.protectionFrom() >= 0) {
            xml.append("        <Section47>\n");
            element("S47ActualStartDate", day(c.protectionFrom() + 20));
            element("DateOfInitialCPC", day(c.protectionFrom()));
            element("ICPCnotRequired", "0");
            xml.append("        </Section47>\n");
        }
        element("ReferralNFA", "0");
        if (c.protectionFrom() >= 0) {
            protectionPlan(c);
        }
    }

    private void protectionPlan(CensusChild c) {
        xml.append("        <ChildProtectionPlans>\n");
        element("CPPstartDate", day(c.protectionFrom()));
        if (c.protectionTo() >= 0) {
            element("CPPendDate", day(c.protectionTo()));
        }
        element("InitialCategoryOfAbuse", "NEG");
        element("LatestCategoryOfAbuse", "NEG");
        element("NumberOfPreviousCPP", "0");
        xml.append("        </ChildProtectionPlans>\n");
    }

    private void element(String name, String value) {
        xml.append("        <%s>%s</%s>\n".formatted(name, value, name));
    }

    private String day(int before) {
        return referenceDate.minusDays(before).toString();
    }
}
