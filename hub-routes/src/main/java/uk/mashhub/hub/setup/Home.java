package uk.mashhub.hub.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * A hub's own folder: {@code hub.yaml} with its settings, {@code config/}, {@code secrets/} and {@code data/}. What the environment
 * says holds before the file, here and in the running hub alike.
 */
public final class Home {
    private final Path folder;
    private final ConfigurableEnvironment settings;

    private Home(Path folder, ConfigurableEnvironment settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * Opens it.
     *
     * @throws IOException saying what is missing or cannot be read
     */
    public static Home open(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path file = whole.resolve("hub.yaml");
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + file + "; ./mash init " + folder + " makes one");
        }
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("home", Map.of("mash.home", whole.toString())));
        Path secrets = secretSettings(whole);
        if (Files.isDirectory(secrets)) {
            environment
                    .getPropertySources()
                    .addLast(new ConfigTreePropertySource(
                            "secrets", secrets, ConfigTreePropertySource.Option.AUTO_TRIM_TRAILING_NEW_LINE));
        }
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("hub.yaml", new FileSystemResource(file))) {
                environment.getPropertySources().addLast(source);
            }
        } catch (RuntimeException e) {
            throw new IOException(file + ": " + firstLine(e), e);
        }
        return new Home(whole, environment);
    }

    private static String firstLine(RuntimeException fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("not YAML");
    }

    /** Files in it are settings of their name. */
    static Path secretSettings(Path folder) {
        return folder.resolve("secrets/settings");
    }

    public Path folder() {
        return folder;
    }

    /** A setting, with what it refers to filled in; empty if it is not set. */
    public String setting(String name) {
        return settings.getProperty(name, "");
    }

    /** A text with {@code ${...}} filled in from the settings. */
    public String filled(String text) {
        return settings.resolveRequiredPlaceholders(text);
    }

    /**
     * A group of settings, as the running hub reads them.
     *
     * @throws IOException naming a setting that is not as it should be
     */
    public <T> T settings(String group, Class<T> type) throws IOException {
        try {
            return Binder.get(settings).bindOrCreate(group, type);
        } catch (BindException e) {
            throw new IOException("hub.yaml: " + e.getName() + " is not as it should be", e);
        }
    }

    /** With what the hub is started, so that it reads this folder and nothing else of ours. */
    public List<String> arguments() {
        return List.of(
                "--mash.home=" + folder,
                // Settings of this release, then this folder's: not what lies about where the hub is started.
                "--spring.config.location=classpath:/",
                "--hub.demo=false",
                "--spring.config.additional-location=file:" + folder.resolve("hub.yaml"),
                "--spring.config.import=optional:configtree:" + secretSettings(folder) + "/");
    }
}
