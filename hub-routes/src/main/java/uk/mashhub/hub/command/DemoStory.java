package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/** What happens in the demo: sample referrals arrive by every channel, and one of them is taken to its decision. */
final class DemoStory {
    private final Path samples;
    private final RunningHub hub;
    private final Simulation agencies;

    DemoStory(Path root, RunningHub hub, Simulation agencies) {
        this.samples = root.resolve("adapters/simulators/src/main/resources");
        this.hub = hub;
        this.agencies = agencies;
    }

    /** Forms and a hospital message by HTTPS, notifications by SFTP. */
    void feed() throws IOException, InterruptedException, GeneralSecurityException {
        Door door = new Door(hub.dataDir());
        for (Path form : files("council/forms")) {
            accepted(door.form("school-form", "demo-" + form.getFileName(), Files.readAllBytes(form)), form);
        }
        for (Path bundle : files("health/bars")) {
            accepted(door.fhir("health-referrals", "demo-" + bundle.getFileName(), Files.readAllBytes(bundle)), bundle);
        }
        for (Path notification : files("police/notifications")) {
            Path inbox = agencies.inbox("police");
            Path part = inbox.resolve(notification.getFileName() + ".part");
            Files.copy(notification, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, inbox.resolve(notification.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void accepted(Visitor.Answered answer, Path file) {
        if (answer.status() != 202) {
            throw new CommandFailed("the hub did not take " + file.getFileName() + ": " + answer.status());
        }
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> all = Files.list(samples.resolve(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Takes one referral to its end, as people do, and leaves what everybody saw. */
    void tell(Path demo) throws IOException, InterruptedException {
        new DemoJourney(hub, demo).run();
    }
}
