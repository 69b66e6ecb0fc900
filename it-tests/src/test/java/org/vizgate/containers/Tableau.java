package org.vizgate.containers;

import org.vizgate.standin.TableauStandIn;

/** The Tableau of all tests in one container. */
final class Tableau {
    private static final TableauStandIn STAND_IN =
            TableauStandIn.builder().control(true).start();

    private Tableau() {}

    static TableauStandIn standIn() {
        return STAND_IN;
    }
}
