/**
 * The edge: the filter, one thin servlet for each endpoint, and what builds and closes the objects behind them.
 *
 * <p>The importer of {@code jakarta.servlet}, but for the optional packages, which need the request. Requests become
 * {@link org.vizgate.web.Call} values and {@link org.vizgate.web.Reply} values become responses. What is decided is decided
 * in the features; here is the order in which they are asked.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>The filter and the servlets are public, open and have a constructor without arguments, because containers, web.xml
 *       files and annotated subclasses make them. All they know is in the {@link org.vizgate.servlet.Components} of their
 *       web application, made once when it starts and closed with it: what can be unusable then, the ways in for the first who
 *       comes.
 *   <li>Not every container ends an application whose gate has failed. Where it is not known to, one more filter stands in front
 *       and refuses ({@link org.vizgate.servlet.FailedStart}).
 *   <li>There is no static state: one jar may serve two applications in one Java process.
 *   <li>The application's own work happens outside of our {@code try}: an exception of the application is never a 401.
 *   <li>The filter lets the addresses of our endpoint servlets pass, and no others: it reads from the container where they
 *       really are, so an application's own servlet at such an address stays protected.
 *   <li>The environment and the system properties are read in this package only; clocks and randomness are made here, and
 *       in {@code library} for programs without a gate.
 * </ul>
 */
@NullMarked
package org.vizgate.servlet;

import org.jspecify.annotations.NullMarked;
