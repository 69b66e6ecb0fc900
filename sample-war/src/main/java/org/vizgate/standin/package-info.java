/**
 * A pretended Tableau: a real HTTP server for trying and testing applications that people sign in to with Tableau.
 *
 * <p>The door is {@link org.vizgate.standin.TableauStandIn}. It refuses what Tableau would refuse, and says no more than is
 * known of Tableau. Where Tableau's behaviour is not documented it takes the stricter reading.
 *
 * <p>The packages below: {@code http} (calls and replies), {@code page} (pages for people), {@code data} (sites, users,
 * workbooks), {@code session} (who holds which token), {@code credential} and {@code jwt} (what opens a session),
 * {@code rest}, {@code oauth} and {@code cloud} (what Tableau offers), {@code control} (making it misbehave). This package
 * imports all of them and is imported by none.
 */
@NullMarked
package org.vizgate.standin;

import org.jspecify.annotations.NullMarked;
