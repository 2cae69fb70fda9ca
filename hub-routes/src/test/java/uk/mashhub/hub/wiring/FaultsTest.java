package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** What shuts the gate, what is tried again, and what is a message's own fault (PostgreSQL appendix A). */
class FaultsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"53100", "53200", "57P01", "57P02", "57P03", "57014", "58030", "25006", "08006", "XX000"})
    @ValueSource(strings = {"P0001", "42501", "55P03", ""})
    void whatTheDatabaseSaysOfItselfIsNoMessagesFault(@Nullable String state) {
        assertThat(Faults.ofInfrastructure(fault(state))).isTrue();
        assertThat(Faults.ofInfrastructure(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "54000", "0A000"})
    void whatAStatementOfThisMessageCannotDoIsTheMessages(String state) {
        assertThat(Faults.ofInfrastructure(fault(state))).isFalse();
        assertThat(Faults.retryAtOnce(fault(state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "40003"})
    void aTransactionThatTheDatabaseTookBackIsTriedAgain(String state) {
        assertThat(Faults.retryAtOnce(fault(state))).isTrue();
    }

    @Test
    void memoryAndClassesAreTheHubsAndAStackThatOverflowsIsTheMessages() {
        for (Throwable hub :
                List.of(new OutOfMemoryError(), new NoClassDefFoundError(), new ExceptionInInitializerError())) {
            assertThat(Faults.ofInfrastructure(hub)).as(hub.toString()).isTrue();
        }
        for (Throwable own : List.of(new StackOverflowError(), new AssertionError(), new IllegalStateException())) {
            assertThat(Faults.ofInfrastructure(own)).as(own.toString()).isFalse();
        }
    }

    @Test
    void onlyWhatWouldFailAgainAndStopsNothingElseIsOfOneAlone() {
        assertThat(Faults.ofOne(new IllegalArgumentException())).isTrue();
        assertThat(Faults.ofOne(fault("23514"))).isTrue();
        assertThat(Faults.ofOne(fault("40P01"))).as("it succeeds the next time").isFalse();
        assertThat(Faults.ofOne(fault("57P01"))).as("everything fails").isFalse();
    }

    /** As Spring hands it on. */
    private static RuntimeException fault(@Nullable String state) {
        RuntimeException translated =
                new SQLStateSQLExceptionTranslator().translate("a test", null, new SQLException("x", state));
        return translated == null ? new IllegalStateException(new SQLException("x", state)) : translated;
    }
}
