package uk.mashhub.hub.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.id.AgencyId;

/** One local authority hosts the hub: whose lead opens traces together with an owner's. */
class HostTest {
    private static final AgencyId COUNCIL = new AgencyId("exampleshire-council");
    private static final AgencyId DISTRICT = new AgencyId("exampleshire-housing");

    @TempDir
    private Path folder;

    private Area read(String text) throws IOException {
        Files.writeString(folder.resolve("area.yaml"), text);
        return Partnership.load(folder).areas().get(0);
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("../config/areas/exampleshire.yaml"));
    }

    private static String withTwoCouncils() throws IOException {
        return shipped().replace("sector: HOUSING", "sector: LOCAL_AUTHORITY");
    }

    @Test
    void isTheOnlyLocalAuthority() throws IOException {
        assertThat(read(shipped()).host()).contains(COUNCIL);
        assertThat(read(shipped()).isHost(COUNCIL)).isTrue();
        assertThat(read(shipped()).isHost(DISTRICT)).isFalse();
    }

    @Test
    void isSaidWhereThereAreTwo() throws IOException {
        assertThatThrownBy(() -> read(withTwoCouncils())).hasMessageContaining("say with host");
        Area area = read(withTwoCouncils() + "host: exampleshire-council\n");
        assertThat(area.isHost(COUNCIL)).isTrue();
        assertThat(area.isHost(DISTRICT)).isFalse();
    }

    @Test
    void isALocalAuthorityOfTheArea() throws IOException {
        assertThatThrownBy(() -> read(shipped() + "host: exampleshire-police\n"))
                .hasMessageContaining("not a local authority");
    }
}
