package org.vizgate.servlet;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/**
 * Who sends a request, asked before the filter has it: for containers that want to know the user before they run filters.
 * The gate answers and decides as its filter does, and the filter takes over what was found out.
 *
 * @param caller empty if nobody is known, and nobody has to be
 * @param roles the scopes of the caller, and those scopes that have a name in the settings and that a wildcard of the caller
 *     covers
 * @param isAnswered whether the response is written, and the request must go no further
 */
public record EarlyIdentification(Optional<TableauCaller> caller, Set<String> roles, boolean isAnswered) {
    private static final EarlyIdentification NOBODY = new EarlyIdentification(Optional.empty(), Set.of(), false);

    public EarlyIdentification {
        roles = Set.copyOf(roles);
    }

    /**
     * Finds out who sends {@code request}, and answers it if that is needed and cannot be done.
     *
     * @param isRequired whether nobody may pass unknown, on a public path either
     * @throws IllegalStateException if there is no gate in the web application, or its settings do not allow a start
     */
    public static EarlyIdentification of(HttpServletRequest request, HttpServletResponse response, boolean isRequired)
            throws IOException {
        // Not the filter is asked: some containers start it only when the first request has come as far as that.
        ServletContext application = request.getServletContext();
        Optional<Doorway> door = Components.of(application).door();
        if (door.isEmpty() || OwnServlets.sharedIn(application).isTargetOf(request)) {
            return NOBODY;
        }
        Identification found = door.get().identify(request, response, isRequired);
        Set<String> roles = found.caller().map(door.get()::roles).orElse(Set.of());
        return new EarlyIdentification(found.caller(), roles, found.isAnswered());
    }
}
