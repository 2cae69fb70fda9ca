package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.setup.ClientSecrets;

class SecurityClientFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("data/clients.properties");
    }

    private void make() throws IOException {
        new ClientSecrets(folder, folder.resolve("data"), length -> new byte[length])
                .add(Partnership.load(TheHub.root().resolve("config/areas")));
    }

    @Test
    void letsInWhoKnowsTheSecretAndNobodyElse() throws IOException {
        make();
        SecurityClients clients = new SecurityClients(SecurityClientFile.load(file()));
        String secret = Files.readString(folder.resolve("secrets/clients/school-form"));
        assertThat(clients.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("school-form", secret)))
                .matches(a -> a.isAuthenticated() && a.getCredentials() == null);
        for (String[] wrong : new String[][] {{"school-form", ""}, {"nobody", ""}, {"nobody", secret}, {"", ""}}) {
            assertThatThrownBy(() -> clients.authenticate(
                            UsernamePasswordAuthenticationToken.unauthenticated(wrong[0], wrong[1])))
                    .isInstanceOf(BadCredentialsException.class);
        }
    }

    @Test
    void keepsNoSecretInTheFileThatProductionHas() throws IOException {
        make();
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file())).doesNotContain("school-form=" + "00".repeat(32));
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        make();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SecurityClientFile.load(file())).hasMessageContaining("can be read by others");
    }

    @Test
    void refusesWhatIsNoDigestWithoutRepeatingIt() throws IOException {
        make();
        Files.writeString(file(), "school-form=hunter2\n");
        assertThatThrownBy(() -> SecurityClientFile.load(file()))
                .hasMessageContaining("school-form")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void letsNobodyInWithoutTheFile() throws IOException {
        assertThat(SecurityClientFile.load(file())).isEqualTo(Map.of());
    }
}
