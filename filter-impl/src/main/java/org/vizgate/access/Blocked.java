package org.vizgate.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is kept out although nothing is wrong with what they bring.
 *
 * @param clients by the references that tokens have of them
 * @param users by their LUIDs, in any case
 */
public record Blocked(Set<String> clients, Set<String> users) {
    public Blocked {
        clients = Set.copyOf(clients);
        users = users.stream().map(Blocked::normal).collect(Collectors.toUnmodifiableSet());
    }

    public static Blocked nobody() {
        return new Blocked(Set.of(), Set.of());
    }

    public boolean hasClient(String reference) {
        return clients.contains(reference);
    }

    public boolean hasUser(String luid) {
        return !users.isEmpty() && users.contains(normal(luid));
    }

    private static String normal(String luid) {
        return luid.toLowerCase(Locale.ROOT);
    }
}
