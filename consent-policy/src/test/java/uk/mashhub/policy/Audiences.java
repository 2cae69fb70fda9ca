package uk.mashhub.policy;

import java.util.List;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/** The teams of Exampleshire, and some readers outside the room. */
final class Audiences {
    static final AreaCode AREA = new AreaCode("E10999999");
    static final AgencyId COUNCIL = new AgencyId("exampleshire-council");
    static final AgencyId POLICE = new AgencyId("exampleshire-police");
    static final AgencyId HEALTH = new AgencyId("exampleshire-health");
    static final AgencyId SCHOOLS = new AgencyId("exampleshire-schools");
    static final AgencyId HOMES = new AgencyId("exampleshire-housing");
    static final AgencyId PROBATION = new AgencyId("exampleshire-probation");

    private Audiences() {}

    static Audience decisionMaker() {
        return inside("council-decision", Role.DECISION_MAKER, COUNCIL, Sector.LOCAL_AUTHORITY);
    }

    static Audience policeDesk() {
        return inside("police-desk", Role.AGENCY_LEAD, POLICE, Sector.POLICE);
    }

    static Audience healthDesk() {
        return inside("health-desk", Role.AGENCY_LEAD, HEALTH, Sector.HEALTH);
    }

    static Audience educationDesk() {
        return inside("education-desk", Role.AGENCY_LEAD, SCHOOLS, Sector.EDUCATION);
    }

    static Audience housingOfficer() {
        return inside("housing-officers", Role.CASE_WORKER, HOMES, Sector.HOUSING);
    }

    static Audience businessSupport() {
        return inside("business-support", Role.BUSINESS_SUPPORT, COUNCIL, Sector.LOCAL_AUTHORITY);
    }

    static Audience adoptionLead() {
        return inside("adoption-lead", Role.ADOPTION_LEAD, COUNCIL, Sector.LOCAL_AUTHORITY);
    }

    static Audience protectedPersonsUnit() {
        return inside("protected-persons", Role.PROTECTED_PERSONS_UNIT, POLICE, Sector.POLICE);
    }

    static Audience safeContactOfficer() {
        return inside("safe-contact", Role.SAFE_CONTACT_OFFICER, COUNCIL, Sector.LOCAL_AUTHORITY);
    }

    static Audience igLeadOfCouncil() {
        return inside("ig-council", Role.IG_LEAD, COUNCIL, Sector.LOCAL_AUTHORITY);
    }

    static Audience schoolOutside() {
        return outside("school-dsl", Role.AGENCY_LEAD, SCHOOLS, Sector.EDUCATION);
    }

    static Audience parent() {
        return outside("family", Role.FAMILY_MEMBER, new AgencyId("family"), Sector.FAMILY);
    }

    /** Everybody in the room. */
    static List<Audience> room() {
        return List.of(
                decisionMaker(),
                policeDesk(),
                healthDesk(),
                educationDesk(),
                housingOfficer(),
                businessSupport(),
                igLeadOfCouncil());
    }

    static Audience inside(String team, Role role, AgencyId agency, Sector sector) {
        return new Audience(AREA, new TeamId(team), role, agency, sector, Placement.INSIDE);
    }

    static Audience outside(String team, Role role, AgencyId agency, Sector sector) {
        return new Audience(AREA, new TeamId(team), role, agency, sector, Placement.OUTSIDE);
    }
}
