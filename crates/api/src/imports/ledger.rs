//! The account of a dump: every row read has one fate, and the sums agree or the import stops.

use std::collections::BTreeMap;

use tacit_contract::imports::{ImportReport, ImportedFile, RowsOfFate};
use tacit_domain::imports::RowFate;

use super::dump::DumpFile;
use super::error::ImportError;

/// Counts rows by file and fate.
#[derive(Debug, Default)]
pub struct Ledger {
    files: BTreeMap<DumpFile, Account>,
}

/// Rows of one file.
#[derive(Debug, Default)]
struct Account {
    rows: u64,
    fates: BTreeMap<RowFate, u64>,
}

impl Ledger {
    /// One row of `file` has this fate.
    pub fn count(&mut self, file: DumpFile, fate: RowFate) {
        self.count_many(file, fate, 1);
    }

    /// So many rows of `file` have this fate.
    pub fn count_many(&mut self, file: DumpFile, fate: RowFate, rows: u64) {
        if rows == 0 {
            return;
        }
        let account = self.files.entry(file).or_default();
        *account.fates.entry(fate).or_default() += rows;
    }

    /// So many rows of `file` turn out to have another fate.
    pub fn recount(&mut self, file: DumpFile, from: RowFate, to: RowFate, rows: u64) {
        if let Some(account) = self.files.get_mut(&file)
            && let Some(counted) = account.fates.get_mut(&from)
        {
            let moved = rows.min(*counted);
            *counted -= moved;
            account.fates.retain(|_, rows| *rows > 0);
            self.count_many(file, to, moved);
        }
    }

    /// The file has been read to its end and had so many rows.
    pub fn read(&mut self, file: DumpFile, rows: u64) {
        self.files.entry(file).or_default().rows = rows;
    }

    /// The table.
    ///
    /// # Errors
    /// Rows of a file are not accounted for.
    pub fn report(&self) -> Result<ImportReport, ImportError> {
        let mut report = ImportReport::default();
        for (file, Account { rows, fates }) in &self.files {
            let accounted = fates.values().sum();
            if *rows != accounted {
                return Err(ImportError::Unaccounted {
                    file: *file,
                    rows: *rows,
                    accounted,
                });
            }
            report.files.push(ImportedFile {
                name: file.name().to_owned(),
                rows: *rows,
                fates: fates.iter().map(line).collect(),
            });
            let taken = fates.iter().filter(|(fate, _)| fate.is_taken());
            report.taken += taken.map(|(_, rows)| rows).sum::<u64>();
            report.rows += rows;
        }
        report.left_out = report.rows - report.taken;
        Ok(report)
    }
}

fn line((fate, rows): (&RowFate, &u64)) -> RowsOfFate {
    RowsOfFate {
        fate: (*fate).into(),
        taken: fate.is_taken(),
        text: fate.text().to_owned(),
        rows: *rows,
    }
}
