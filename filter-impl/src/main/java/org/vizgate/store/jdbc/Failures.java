package org.vizgate.store.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.vizgate.spi.GrantStoreException;

/** What an {@link SQLException} means, by the class of its SQLSTATE (ISO/IEC 9075-2 subclause 24.1). */
final class Failures {
    private static final Set<String> H2_NO_RIGHT = Set.of("90040", "90096");
    private static final int LONGEST_REASON = 300;

    private Failures() {}

    /** Class 23: a row with that key is there already. */
    static boolean isDuplicate(SQLException e) {
        return state(e).startsWith("23");
    }

    /** Class 42: no such table or column, or no right to it, for which H2 has states of its own. */
    static boolean isAboutTheStatement(SQLException e) {
        return state(e).startsWith("42") || H2_NO_RIGHT.contains(state(e));
    }

    /** Class 40: undone by the database, and so free to be tried again; 40003 is the one that does not know. */
    static boolean isRolledBack(SQLException e) {
        String state = state(e);
        return state.startsWith("40") && !state.equals("40003");
    }

    /** Class 28: the user or the password is wrong. */
    static boolean isRefusedSignIn(SQLException e) {
        return causes(e).anyMatch(cause -> state(cause).startsWith("28"));
    }

    /** In words for a log: reasons of drivers name hosts, users and tables, and none of what we keep. */
    static GrantStoreException unavailable(SQLException e) {
        return new GrantStoreException("the database cannot serve now: " + reason(e), e);
    }

    private static String reason(SQLException e) {
        // A pool says that it has no connection; why it has none is in the cause.
        SQLException root = causes(e).reduce(e, (first, second) -> second);
        String state = root.getSQLState() == null ? "" : " (SQLSTATE " + root.getSQLState() + ")";
        String text = Optional.ofNullable(root.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(root.getClass().getSimpleName());
        return text.substring(0, Math.min(text.length(), LONGEST_REASON)) + state;
    }

    private static Stream<SQLException> causes(SQLException e) {
        return Stream.<@Nullable Throwable>iterate(e, cause -> cause != null, Failures::cause)
                .limit(10)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static @Nullable Throwable cause(@Nullable Throwable e) {
        return e == null ? null : e.getCause();
    }

    private static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }
}
