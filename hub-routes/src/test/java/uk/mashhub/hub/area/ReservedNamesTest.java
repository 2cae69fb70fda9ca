package uk.mashhub.hub.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody acts in the log under the hub's own name or the operator's. */
class ReservedNamesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'id: council-decision,', 'id: operator,'",
        "'id: council-decision,', 'id: hub,'",
        "'principal: phone-desk,', 'principal: operator,'",
        "'principal: phone-desk,', 'principal: hub,'",
        "'- id: exampleshire-police', '- id: hub'"
    })
    void areRefusedWhereAnAreaIsLoaded(String name, String reserved) throws IOException {
        String shipped = Files.readString(Path.of("../config/areas/exampleshire.yaml"));
        assertThat(shipped).contains(name);
        Files.writeString(folder.resolve("area.yaml"), shipped.replace(name, reserved));

        assertThatThrownBy(() -> Partnership.load(folder)).hasMessageContaining("is a name of the hub's own");
    }
}
