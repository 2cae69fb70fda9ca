package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Traces are most of what the hub stores, and are kept for as long as their items. */
class TraceStoreTest {
    private static final byte[] TEXT =
            "{\"facts\":[\"ABOUT_THIS_CHILD\",\"yes\"]}".repeat(2_000).getBytes(StandardCharsets.UTF_8);

    @Test
    void keepsATraceInAFractionOfItsSize() {
        SmallHub hub = SmallHub.started();
        EnquiryId enquiry =
                hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
        ViewHead view = hub.views.headsOf(enquiry).get(0);
        DisclosureId disclosure = DisclosureId.random(hub.database.random);
        hub.traces.keep(view.id(), 99, disclosure, TEXT);
        assertThat(hub.traces.of(enquiry))
                .filteredOn(t -> t.disclosure().equals(disclosure))
                .singleElement()
                .satisfies(t -> assertThat(t.trace()).isEqualTo(TEXT));
        assertThat(hub.database
                        .app
                        .sql("select octet_length(body) from decision_trace where disclosure_id = :id")
                        .param("id", disclosure.value())
                        .query(Integer.class)
                        .single())
                .isLessThan(TEXT.length / 4);
    }

    @Test
    void givesBackWhatItPacked() {
        assertThat(Packed.open(Packed.pack(TEXT))).isEqualTo(TEXT);
        assertThat(Packed.open(Packed.pack(new byte[0]))).isEmpty();
    }

    @Test
    void givesBackWhatAFormerReleaseKept() {
        assertThat(Packed.open(TEXT)).isEqualTo(TEXT);
        assertThat(Packed.open(new byte[0])).isEmpty();
    }

    @Test
    void givesNothingBackOfHalfAText() {
        byte[] packed = Packed.pack(TEXT);
        assertThatThrownBy(() -> Packed.open(Arrays.copyOf(packed, packed.length / 2)))
                .isInstanceOf(VaultBroken.class);
    }
}
