package org.vizgate.store.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.vizgate.spi.StoreOptions;

/**
 * What an administrator wrote about the database.
 *
 * @param jndi name of a container's data source; either this or {@code url}
 * @param table its name, with its schema if that is not the default one
 * @param timeout for a connection, and again for an answer
 */
record JdbcOptions(
        Optional<String> jndi,
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        String table,
        int poolSize,
        Duration timeout) {
    // No scheme but java: a name may lead to the container, and not to a directory server somewhere.
    private static final Pattern JNDI = Pattern.compile("(java:)?[\\w./-]+");
    private static final String PREFIX = "OAUTH_STORE_JDBC_";
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("JNDI", "URL", "USER", "PASSWORD", "TABLE", "POOL_SIZE", "TIMEOUT_MS"));
    // Room for the name of the index within the 63 characters that PostgreSQL keeps.
    private static final Pattern TABLE = Pattern.compile("([A-Za-z_]\\w{0,49}\\.)?[A-Za-z_]\\w{0,49}");

    /** @throws IllegalArgumentException with what to write instead */
    static JdbcOptions of(StoreOptions options) {
        Map<String, String> values = options.values();
        values.keySet().stream().filter(name -> !NAMES.contains(name)).forEach(JdbcOptions::refuseUnknown);
        JdbcOptions wanted = new JdbcOptions(
                options.value("JNDI"),
                options.value("URL"),
                options.value("USER"),
                options.value("PASSWORD"),
                options.value("TABLE").orElse("vizgate_grants"),
                number(options, "POOL_SIZE", 10, 1, 1_000),
                Duration.ofMillis(number(options, "TIMEOUT_MS", 5_000, 250, 60_000)));
        wanted.check();
        return wanted;
    }

    private void check() {
        require(
                jndi.isPresent() != url.isPresent(),
                "write either " + PREFIX + "JNDI, the name of a data source of the container, or " + PREFIX
                        + "URL, such as jdbc:postgresql://db.example.org/grants");
        require(
                jndi.isEmpty() || JNDI.matcher(jndi.get()).matches(),
                PREFIX + "JNDI is no name in this server; write one such as jdbc/grants or java:comp/env/jdbc/grants");
        require(
                url.isEmpty() || url.get().startsWith("jdbc:"),
                PREFIX + "URL does not begin with jdbc:, as in jdbc:postgresql://db.example.org/grants");
        require(
                url.isPresent() || (user.isEmpty() && password.isEmpty()),
                PREFIX + "USER and " + PREFIX + "PASSWORD belong to " + PREFIX
                        + "URL; a data source of the container has its own");
        require(
                TABLE.matcher(table).matches(),
                PREFIX + "TABLE is no name of a table; write letters, digits and _, at most 50, such as vizgate_grants"
                        + " or app.vizgate_grants");
    }

    private static int number(StoreOptions options, String name, int byDefault, int least, int most) {
        String text = options.value(name).orElse(Integer.toString(byDefault));
        require(
                text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most,
                PREFIX + name + " is no whole number from " + least + " to " + most);
        return Integer.parseInt(text);
    }

    private static void refuseUnknown(String name) {
        throw new IllegalArgumentException(
                "there is no option " + PREFIX + name + "; there are " + PREFIX + String.join(", " + PREFIX, NAMES));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Leaves out the address and the password: both may be secret. */
    @Override
    public String toString() {
        return "JdbcOptions[jndi=" + jndi + ", table=" + table + ", timeout=" + timeout + "]";
    }
}
