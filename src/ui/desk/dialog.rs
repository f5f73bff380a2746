//! Native file dialogs, opened by the window's thread and waited for elsewhere.

use std::future::Future;
use std::path::PathBuf;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use rfd::{AsyncFileDialog, FileHandle};

use crate::ui::scene::Asked;
use crate::ui::screens::chooser::data::EXTENSION;

/// A dialog on screen.
pub(super) type Dialog = Pin<Box<dyn Future<Output = Option<Vec<FileHandle>>> + Send>>;

/// Shows a dialog; the paths come from [`wait`].
pub(super) fn open(asked: Asked, title: String) -> Dialog {
    let dialog = AsyncFileDialog::new().set_title(title);
    let one = |file: Option<FileHandle>| file.map(|f| vec![f]);
    match asked {
        Asked::FilesToImport => Box::pin(dialog.pick_files()),
        Asked::FileToOpen | Asked::FileToCompare => {
            let file = dialog.add_filter("Relève", &[EXTENSION]).pick_file();
            Box::pin(async move { one(file.await) })
        }
        Asked::OfficialTable => {
            let file = dialog.pick_file();
            Box::pin(async move { one(file.await) })
        }
        Asked::NewFile | Asked::CopyFile => {
            let file = dialog.add_filter("Relève", &[EXTENSION]).save_file();
            Box::pin(async move { one(file.await) })
        }
        Asked::ChartFile(format) => {
            let name = format.as_str();
            let file = dialog.add_filter(name.to_uppercase(), &[name]).save_file();
            Box::pin(async move { one(file.await) })
        }
        Asked::FolderToExport => {
            let folder = dialog.pick_folder();
            Box::pin(async move { one(folder.await) })
        }
    }
}

/// Waits for the user, on a worker thread; nothing when the dialog was closed or never shown.
pub(super) fn wait(dialog: Dialog) -> Option<Vec<PathBuf>> {
    let files = block_on(dialog)?;
    Some(files.iter().map(|f| f.path().to_path_buf()).collect())
}

/// Parks the thread until the future is ready.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    #[test]
    fn waiting_ends_when_another_thread_answers() {
        struct Answer(std::sync::mpsc::Receiver<u8>, Option<std::sync::mpsc::Sender<Waker>>);
        impl Future for Answer {
            type Output = u8;
            fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u8> {
                if let Some(sender) = self.1.take() {
                    sender.send(context.waker().clone()).unwrap();
                }
                self.0.try_recv().map_or(Poll::Pending, Poll::Ready)
            }
        }
        let (answer, receiver) = channel();
        let (wakers, waker) = channel::<Waker>();
        thread::spawn(move || {
            let waker = waker.recv().unwrap();
            thread::sleep(Duration::from_millis(5));
            answer.send(7).unwrap();
            waker.wake();
        });
        assert_eq!(block_on(Answer(receiver, Some(wakers))), 7);
    }
}
