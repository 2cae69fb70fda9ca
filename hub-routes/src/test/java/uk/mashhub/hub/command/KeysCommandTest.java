package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.model.id.Principal;

class KeysCommandTest {
    @TempDir
    private Path home;

    private final AtomicReference<String> refusal = new AtomicReference<>("");

    @BeforeEach
    void hasKeys() throws IOException {
        Files.writeString(
                home.resolve("hub.yaml"),
                "hub:\n  data-dir: ${mash.home}/data\n  password-file: ${mash.home}/secrets/keystore.password\n");
        keys().sealKey(new Principal("police-records"));
    }

    private KeyRing keys() throws IOException {
        Path file = home.resolve("data/keystore.p12");
        Path password = home.resolve("secrets/keystore.password");
        return Files.exists(file)
                ? KeyRing.open(file, password, InstalledHub.RANDOM)
                : KeysConfiguration.make(file, password, InstalledHub.RANDOM);
    }

    private int exits(String command, String... words) {
        List<String> arguments = new ArrayList<>(List.of(command, "--config", home.toString()));
        arguments.addAll(List.of(words));
        return new CommandLine(new KeysCommand())
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    refusal.set(fault.getMessage());
                    return fault instanceof CommandFailed ? 1 : 9;
                })
                .execute(arguments.toArray(String[]::new));
    }

    private String listed() {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(exits("list")).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void namesEveryKeyAndShowsNone() throws IOException {
        String listed = listed();
        assertThat(listed.lines()).hasSize(KeyUse.values().length + 2);
        assertThat(listed)
                .containsPattern("police-records +1 .* X25519 .* no: what lies in its queue")
                .containsPattern("log_signing +1 .* Ed25519 .* no: it is the log's name")
                .containsPattern("blocking +1 .* no: what is stored under it could not be found");
        for (KeyUse use : KeyUse.values()) {
            assertThat(listed).doesNotContain(HexFormat.of().formatHex(keys().secret(use)));
        }
    }

    @Test
    void saysOfWhatCannotBeRenewedWhy() {
        for (String name : List.of("log_signing", "blocking", "police-records")) {
            assertThat(exits("rotate", "--holder", name, "--by", "A", "--by", "B", "--reason", "r"))
                    .isEqualTo(1);
            assertThat(refusal.get()).contains(name + " cannot be renewed, no: ");
        }
        assertThat(exits("rotate", "--holder", "agency:nobody", "--by", "A", "--by", "B", "--reason", "r"))
                .isEqualTo(1);
        assertThat(refusal.get()).contains("there is no key of agency:nobody");
    }

    @Test
    void takesTwoPeople() {
        assertThat(exits("rotate", "--holder", "hub", "--by", "A", "--reason", "r"))
                .isEqualTo(1);
        assertThat(refusal.get()).contains("two people");
        assertThat(exits("rotate", "--holder", "hub", "--by", "A", "--by", "B"))
                .as("without a reason")
                .isEqualTo(2);
    }
}
