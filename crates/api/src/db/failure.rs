//! Which failures of a database pass: it cannot be reached, is locked, has no room, is going down. The request was not at
//! fault, nor the code; the same one may work a moment later.

use sea_orm::{DbErr, RuntimeErr, SqlxError, SqlxPostgresError, SqlxSqliteError};

/// Whether it may work a moment later.
#[must_use]
pub fn passes(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) => true,
        DbErr::Conn(RuntimeErr::SqlxError(inner))
        | DbErr::Exec(RuntimeErr::SqlxError(inner))
        | DbErr::Query(RuntimeErr::SqlxError(inner)) => driver_passes(inner),
        _ => false,
    }
}

/// The SQLSTATE of a failure on PostgreSQL.
#[must_use]
pub fn sql_state(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))
    | DbErr::Conn(RuntimeErr::SqlxError(inner))) = error
    else {
        return None;
    };
    let database = inner.as_database_error()?;
    let postgres = database.try_downcast_ref::<SqlxPostgresError>()?;
    Some(postgres.code().to_owned())
}

/// Whether the database itself is out of order (it has no room, its disk fails, its connection broke), and not only busy.
#[must_use]
pub fn is_out_of_order(error: &DbErr) -> bool {
    let (DbErr::Conn(RuntimeErr::SqlxError(inner))
    | DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))) = error
    else {
        return false;
    };
    let code = inner.as_database_error().and_then(|inner| inner.code());
    let busy = match (inner.as_ref(), code.as_deref()) {
        (SqlxError::PoolTimedOut, _) => true,
        // lock_not_available, query_canceled after its time
        (_, Some("55P03" | "57014")) => true,
        (_, Some(code)) => code
            .parse::<i32>()
            .is_ok_and(|code| matches!(code & 0xff, 5 | 6)),
        _ => false,
    };
    driver_passes(inner) && !busy
}

fn driver_passes(error: &SqlxError) -> bool {
    match error {
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::Protocol(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed
        | SqlxError::BeginFailed
        | SqlxError::InvalidSavePointStatement => true,
        SqlxError::Database(inner) => {
            if let Some(postgres) = inner.try_downcast_ref::<SqlxPostgresError>() {
                return postgres_passes(postgres.code());
            }
            let sqlite = inner.try_downcast_ref::<SqlxSqliteError>();
            sqlite.is_some() && inner.code().is_some_and(|code| sqlite_passes(&code))
        }
        _ => false,
    }
}

/// By the class of the SQLSTATE, or all of it.
fn postgres_passes(state: &str) -> bool {
    // connection_exception, insufficient_resources (a full disk among them), operator_intervention, system_error.
    const CLASSES: [&str; 4] = ["08", "53", "57", "58"];
    // lock_not_available; read_only_sql_transaction, once a standby has taken the address over.
    const STATES: [&str; 2] = ["55P03", "25006"];
    CLASSES.iter().any(|class| state.starts_with(class)) || STATES.contains(&state)
}

/// By the primary result code, the low byte of the extended one.
fn sqlite_passes(code: &str) -> bool {
    // BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL
    const CODES: [i32; 8] = [5, 6, 7, 8, 10, 13, 14, 15];
    code.parse::<i32>()
        .is_ok_and(|code| CODES.contains(&(code & 0xff)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_busy_full_or_gone_passes_and_what_is_wrong_does_not() {
        let states = ["53100", "57P01", "57014", "08006", "55P03"];
        assert!(states.into_iter().all(postgres_passes));
        assert!(!["23505", "42P01", "40001"].into_iter().any(postgres_passes));
        // BUSY, BUSY_SNAPSHOT, FULL, IOERR_FSYNC
        assert!(["5", "517", "13", "1034"].into_iter().all(sqlite_passes));
        // ERROR, CONSTRAINT_UNIQUE, CORRUPT
        assert!(!["1", "2067", "11"].into_iter().any(sqlite_passes));
        assert!(passes(&DbErr::Query(RuntimeErr::SqlxError(
            SqlxError::PoolTimedOut.into()
        ))));
        assert!(!passes(&DbErr::Custom("a bug".to_owned())));
    }
}
