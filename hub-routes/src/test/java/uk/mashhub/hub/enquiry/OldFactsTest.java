package uk.mashhub.hub.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/** Ledgers outlive releases: what was written before a record learnt more is still read (ADR 0004). */
class OldFactsTest {
    private static final PersonId CHILD = new PersonId(UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201"));

    private static <T> T read(String json, Class<T> type) {
        return ModelJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    @Test
    void readsAnAgreementThatSaysNoMoreThanYes() {
        EnquiryFact.Acted acted = read("""
            {"act": {"act": "RecordAgreement", "covers": ["0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201"],
                     "givenBy": "her mother", "notSoughtBecause": null, "state": "GIVEN"},
             "agency": "exampleshire-council", "by": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a202",
             "id": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a203", "team": "council-screening"}
            """, EnquiryFact.Acted.class);
        assertThat(acted.act()).isInstanceOfSatisfying(Act.RecordAgreement.class, a -> {
            assertThat(a.state()).isEqualTo(ConsentState.GIVEN);
            assertThat(a.covers()).isEqualTo(Set.of(CHILD));
            assertThat(a.terms()).isEmpty();
        });
    }

    @Test
    void readsAConsentOfAReferral() {
        Consent consent = read("""
            {"covers": ["0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201"], "givenBy": "the mother",
             "notSoughtBecause": null, "state": "REFUSED"}
            """, Consent.class);
        assertThat(consent)
                .isEqualTo(new Consent(ConsentState.REFUSED, Set.of(CHILD), "the mother", java.util.Optional.empty()));
    }

    @Test
    void readsBackWhatIsWrittenNow() {
        Consent consent = read("""
            {"covers": [], "givenBy": "", "notSoughtBecause": "CANNOT_BE_GIVEN", "state": "NOT_SOUGHT",
             "recorded": {"at": "2026-11-02T09:00:00Z", "place": 7},
             "terms": {"giver": "COURT", "by": null, "competence": null, "from": "2026-11-02", "to": null,
                       "scope": {"agencies": ["exampleshire-health"], "teams": [], "purposes": ["S17"],
                                 "dataClasses": []}}}
            """, Consent.class);
        assertThat(ModelJson.read(ModelJson.write(consent), Consent.class)).isEqualTo(consent);
    }

    @Test
    void readsADoubtfulLinkThatNobodyWeighed() {
        EnquiryFact.LinksFound found = read("""
            {"waiting": [{"link": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a301",
                          "person": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201",
                          "candidate": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a202", "why": ["full name agrees"]}]}
            """, EnquiryFact.LinksFound.class);
        assertThat(found.waiting().get(0).weight()).isEmpty();
    }

    @Test
    void readsALinkUndoneWithoutTheViewsThatShowedIt() {
        EnquiryFact.LinkUndone undone = read("""
            {"link": "0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a301", "from": "2026-11-02T09:00:00Z",
             "to": "2026-11-02T10:00:00Z", "shownTo": ["police-desk"]}
            """, EnquiryFact.LinkUndone.class);
        assertThat(undone.views()).isEmpty();
    }
}
