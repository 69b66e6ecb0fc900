package org.vizgate.testapp;

import java.io.PrintWriter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;

/** One object for all requests; what it holds stands for the caller of each. */
@ApplicationScoped
public class InjectedReport {
    @Inject
    private TableauCaller caller;

    @Inject
    private TableauSession session;

    void write(PrintWriter out) {
        try {
            out.println("injected=" + caller.subject() + " " + caller.getName() + " " + caller.clientId() + " "
                    + caller.scopes());
            out.println("session=" + session.user().name() + " at " + session.server() + " "
                    + session.token().reveal());
        } catch (RuntimeException e) {
            out.println("failed=" + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        out.flush();
    }
}
