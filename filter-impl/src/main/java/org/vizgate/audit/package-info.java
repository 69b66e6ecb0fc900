/**
 * The audit log: one line for each thing that somebody may have to account for later, with fixed names for what happened
 * and why. The logger is {@code org.vizgate.audit}.
 *
 * <p>The door is {@link org.vizgate.audit.AuditLog}. Ground: imports {@code metrics}, for every event is counted, by its reason.
 * A line names people, clients, sites and grants by identifiers that open nothing; no token, code, secret or name of a person is
 * in it.
 *
 * <p>Meant, although it may look odd: refused access to the application is written at DEBUG and all else at INFO, because a
 * stranger can have access refused any number of times, and everything else is limited or needs a person.
 */
@NullMarked
package org.vizgate.audit;

import org.jspecify.annotations.NullMarked;
