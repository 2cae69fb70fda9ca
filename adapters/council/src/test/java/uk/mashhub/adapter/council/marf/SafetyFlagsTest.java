package uk.mashhub.adapter.council.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.council.marf.Forms.flags;
import static uk.mashhub.model.vocabulary.SafetyFlag.PERPETRATOR_LINKED;
import static uk.mashhub.model.vocabulary.SafetyFlag.RISK_TO_STAFF;
import static uk.mashhub.model.vocabulary.SafetyFlag.SAFE_ADDRESS;

import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.simulators.council.SampleForms;

class SafetyFlagsTest {
    private static final String HIDDEN_HOME =
            "\"addresses\":[{\"lines\":[\"77 Hidden Lane\"],\"postcode\":\"ZZ9 9XY\",\"use\":\"CURRENT\"}]";
    private static final String SAME_HOME_OTHERWISE_WRITTEN =
            "\"addresses\":[{\"lines\":[\"77, hidden lane\"],\"postcode\":\"zz99xy\",\"use\":\"TEMPORARY\"}]";

    @Test
    void flagsTheRefugeFamily() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(flags(contact, "leila")).containsExactly(SAFE_ADDRESS);
        assertThat(flags(contact, "noor")).containsExactly(SAFE_ADDRESS);
        assertThat(flags(contact, "karim")).containsExactly(PERPETRATOR_LINKED, RISK_TO_STAFF);
        assertThat(Forms.person(contact, "karim").roles())
                .containsExactlyInAnyOrder(SubjectRole.PARENT, SubjectRole.ALLEGED_PERPETRATOR);
    }

    @Test
    void coversWhoeverLivesWithTheHidden() throws Unreadable {
        Contact contact = Forms.read(
                Forms.small(
                        ",\"household\":[{\"key\":\"m\",\"role\":\"PARENT\",\"addressIsConfidential\":true,"
                                + HIDDEN_HOME
                                + "},{\"key\":\"n\",\"role\":\"HOUSEHOLD_ADULT\"," + SAME_HOME_OTHERWISE_WRITTEN
                                + "},{\"key\":\"o\",\"role\":\"THIRD_PARTY\",\"addresses\":[{\"lines\":[\"1 Open Street\"]}]}]"));
        assertThat(flags(contact, "n")).containsExactly(SAFE_ADDRESS);
        assertThat(flags(contact, "o")).isEmpty();
    }

    @Test
    void coversAChildWhoseAddressIsNotGiven() throws Unreadable {
        Contact contact = Forms.read(
                Forms.small(",\"household\":[{\"key\":\"m\",\"role\":\"PARENT\",\"addressIsConfidential\":true,"
                        + HIDDEN_HOME + "}]"));
        assertThat(flags(contact, "c")).containsExactly(SAFE_ADDRESS);
    }

    /** The mother fled; the form still has the child at the old address. */
    @Test
    void coversAChildWhoseAddressMayBeOutOfDate() throws Unreadable {
        Contact contact = Forms.read(Forms.smallWithChild(
                "{\"key\":\"c\",\"names\":[],\"addresses\":[{\"lines\":[\"3 Former Street\"],\"use\":\"USUAL\"}]}",
                """
                ,"household":[{"key":"m","role":"PARENT","addressIsConfidential":true},
                 {"key":"p","role":"PARENT","allegedPerpetrator":true,"addresses":[{"lines":["3 Former Street"]}]}]"""));
        assertThat(flags(contact, "c")).containsExactly(SAFE_ADDRESS);
        assertThat(flags(contact, "p")).containsExactly(PERPETRATOR_LINKED);
    }

    @Test
    void coversAParentWithoutAddressWhenAChildIsHidden() throws Unreadable {
        Contact contact = Forms.read(Forms.smallWithChild(
                "{\"key\":\"c\",\"names\":[],\"addressIsConfidential\":true}",
                ",\"household\":[{\"key\":\"m\",\"role\":\"PARENT\"}]"));
        assertThat(flags(contact, "m")).containsExactly(SAFE_ADDRESS);
    }

    @Test
    void doesNotCoverAnAllegedPerpetratorOfTheSameDwelling() throws Unreadable {
        Contact contact = Forms.read(Forms.small("""
                ,"household":[{"key":"p","role":"PARENT","allegedPerpetrator":true}],
                 "households":[{"addressIsConfidential":true,"members":["c","p"]}]"""));
        assertThat(flags(contact, "c")).containsExactly(SAFE_ADDRESS);
        assertThat(flags(contact, "p")).containsExactly(PERPETRATOR_LINKED);
    }

    @Test
    void takesARefugeAmongTheAgenciesForASafeAddress() throws Unreadable {
        Contact contact = Forms.read(Forms.small(",\"agencies\":[{\"name\":\"X\",\"service\":\"refuge\"}]"));
        assertThat(flags(contact, "c")).containsExactly(SAFE_ADDRESS);
    }

    @Test
    void takesTheRoleWordForThePerpetratorFlag() throws Unreadable {
        Contact contact = Forms.read(Forms.small(",\"household\":[{\"key\":\"p\",\"role\":\"alleged perpetrator\"}]"));
        assertThat(flags(contact, "p")).containsExactly(PERPETRATOR_LINKED);
    }

    @Test
    void flagsNobodyOfAnOrdinaryFamily() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.SCHOOL_CONCERN);
        assertThat(contact.people()).allSatisfy(p -> assertThat(p.flags()).isEmpty());
    }
}
