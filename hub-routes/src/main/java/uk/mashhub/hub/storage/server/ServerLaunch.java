package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server of one folder is started. */
record ServerLaunch(ServerAccount account, Path bin, Path data, Path log) {
    /** Errors are logged without the statement and without the values of the row in question. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "password_encryption=scram-sha-256",
            "max_connections=60",
            "max_locks_per_transaction=256",
            "jit=off",
            "logging_collector=off",
            "log_statement=none",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "log_parameter_max_length_on_error=0");

    /** Starts it and waits until it takes connections. */
    ServerProcess start(int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        return ServerProcess.start(account, command, data, log);
    }
}
