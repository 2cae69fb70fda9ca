package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.policy.Handles;

class HandleFinderTest {
    private final HandleFinder finder =
            new HandleFinder(mock(Handles.class), LoggedViews.full().key(), mock(), 7);

    @Test
    void keepsTheVersionThatWasRead() {
        assertThat(finder.seen("7")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "8", "", "07", "7 ", "seven"})
    void refusesAnyOtherVersionInWords(String read) {
        assertThatThrownBy(() -> finder.seen(read))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("read what is new");
    }
}
