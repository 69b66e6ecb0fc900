package org.vizgate.benchmarks.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The process of a client: each line says what to send and for how many seconds, and is answered with what came of it. */
final class LoadClient {
    private LoadClient() {}

    static Child start() {
        return Child.start(
                LoadClient.class, ClassPath.of(jar -> false), List.of("-Xmx128m", "-XX:+UseSerialGC"), List.of());
    }

    /** Waits until it is over. */
    static Measured send(Child client, Load load, int seconds) {
        return Measured.read(client.ask(load.line(seconds)));
    }

    public static void main(String[] args) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", -1);
            try (Sending sending = new Sending(Load.read(words))) {
                System.out.println(sending.during(Integer.parseInt(words[6])).line());
            }
        }
    }
}
