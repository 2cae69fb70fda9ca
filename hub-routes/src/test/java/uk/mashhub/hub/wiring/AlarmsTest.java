package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.screens.Forms;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.model.id.EnquiryId;

class AlarmsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void countWhatIsUnratedForLongerThanItsAreaAllowsAndEveryDeadLetter() throws IOException {
        Partnership partnership = Partnership.load(Path.of("../config/areas"));
        Area area = partnership.areas().iterator().next();
        EnquiryStore enquiries = mock(EnquiryStore.class);
        when(enquiries.unratedSince(any(), any())).thenReturn(0L);
        when(enquiries.unratedSince(area.code(), NOW.minus(Duration.ofMinutes(area.unratedAlarmMinutes()))))
                .thenReturn(2L);
        AtomicLong dead = new AtomicLong(1);
        Alarms alarms = new Alarms(partnership, enquiries, dead::get, Clock.fixed(NOW, ZoneOffset.UTC));

        alarms.look();

        assertThat(alarms.health().getDetails())
                .containsEntry("unrated " + area.code(), 2L)
                .containsEntry("deadLetters", 1L);
    }

    @Test
    void areDrivenByTheTimerThatIsStoredWithTheEnquiry() throws IOException {
        TheHub hub = TheHub.started();
        hub.referral(Forms.aSchoolConcern().replace("Maya", "Unratedlong"));
        EnquiryRow row = TheHub.await(
                "the referral",
                () -> hub
                        .part(JdbcClient.class)
                        .sql("select enquiry_id from enquiry where received_at = :now and valid_until is not null")
                        .param("now", TestTime.STILL.instant().atOffset(ZoneOffset.UTC))
                        .query((r, n) -> r.getObject(1, java.util.UUID.class))
                        .list()
                        .stream()
                        .findFirst()
                        .flatMap(id -> hub.part(EnquiryStore.class).find(new EnquiryId(id)))
                        .orElse(null));
        Area area = hub.part(Partnership.class).area(row.area()).orElseThrow();
        assertThat(row.validUntil()).contains(area.unratedFrom(row.receivedAt()));
        String unrated = "unrated " + area.code();

        TestTime.pass(Duration.ofMinutes(area.unratedAlarmMinutes()));

        TheHub.await(
                "the alarm",
                () -> (Long) hub.part(Alarms.class).health().getDetails().getOrDefault(unrated, 0L) > 0 ? true : null);
    }
}
